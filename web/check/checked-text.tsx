import { useMemo } from 'react';
import type { CheckedDraft } from '../../src/server/check-schemas.ts';
import { languageTag } from '../words.ts';
import { type Paragraph, type Piece, paragraphsOf } from './paragraphs.ts';
import { QuotationCard } from './quotation-card.tsx';
import { VerdictMark, verdictClass, verdicts } from './verdicts.tsx';

interface CheckedTextProps {
  readonly checked: CheckedDraft;
  copy(text: string, what: string): Promise<void>;
}

/** The draft paragraph by paragraph, each quotation marked, and what came of it beside it (below on a narrow screen). */
export function CheckedText({ checked, copy }: CheckedTextProps) {
  const paragraphs = useMemo(() => paragraphsOf(checked), [checked]);
  return (
    <section aria-labelledby="checked">
      <h2 id="checked">{checked.title ? <bdi>{checked.title}</bdi> : 'The draft'}</h2>
      {checked.quotations.length === 0 && (
        <p className="state">
          Nothing of it stands in quotation marks, so there is nothing to check: words given without them are the
          reporter's.
        </p>
      )}
      {paragraphs.map((paragraph) => (
        <CheckedParagraph key={paragraph.pieces[0]!.start} paragraph={paragraph} checked={checked} copy={copy} />
      ))}
    </section>
  );
}

interface ParagraphProps extends CheckedTextProps {
  readonly paragraph: Paragraph;
}

function CheckedParagraph({ paragraph: { pieces, quotations, leftOut }, checked, copy }: ParagraphProps) {
  return (
    <div className="checked-paragraph">
      <p className="checked-words" dir="auto" lang={languageTag(checked.language)}>
        {pieces.map((piece) => (
          <Words key={piece.start} piece={piece} checked={checked} />
        ))}
      </p>
      {quotations.length + leftOut.length > 0 && (
        <div className="checked-beside">
          {quotations.map((at) => (
            <QuotationCard key={at} quotation={checked.quotations[at]!} number={at + 1} copy={copy} />
          ))}
          {leftOut.map((at) => {
            const { words, reason, unchecked } = checked.leftOut[at]!;
            return (
              <p key={at} className={unchecked ? 'not-checked uncertain-fact' : 'not-checked'}>
                Not checked: <q dir="auto">{words.length > 80 ? `${words.slice(0, 80)}…` : words}</q>, {reason}
              </p>
            );
          })}
        </div>
      )}
    </div>
  );
}

function Words({
  piece: { start, end, quotation, leftOut },
  checked,
}: { readonly piece: Piece } & { readonly checked: CheckedDraft }) {
  const words = checked.text.slice(start, end);
  if (quotation === null) return leftOut === null ? words : <span className="left-out">{words}</span>;
  const { verdict, span } = checked.quotations[quotation]!;
  return (
    <mark className={`checked-quotation ${verdictClass(verdict)}`}>
      {span[0] === start && (
        <a className="quotation-number" href={`#q${quotation + 1}`}>
          <VerdictMark verdict={verdict} />
          <span className="visually-hidden">
            Quotation {quotation + 1}, {verdicts[verdict].label}:
          </span>
        </a>
      )}
      {words}
    </mark>
  );
}
