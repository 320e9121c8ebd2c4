import { type Attributor, createAttributor, type Unresolved } from '../attribution/index.ts';
import type { AnalyzedArticle, Article, Attribution, StanceFound } from '../model.ts';
import { StanceReader } from '../positions/index.ts';
import { type Resolved, resolveSpeakers } from '../speakers/index.ts';
import { readDocument } from '../text/index.ts';
import { messageOf } from './errors.ts';
import { type Models, readModels } from './models.ts';

/** Puts the keys of an attribution in the one order in which they are written. */
function complete(
  found: Unresolved,
  { speaker, confidence, unresolved, anonymity }: Resolved,
  held: StanceFound,
): Attribution {
  return {
    source: found.source,
    cue: found.cue,
    content: found.content,
    type: found.type,
    mode: found.mode,
    speaker,
    saidOn: found.saidOn,
    medium: found.medium,
    confidence: found.confidence,
    within: found.within,
    speakerConfidence: confidence,
    unresolved,
    anonymity,
    ...held,
  };
}

const unusable = (folder: string, cause: unknown): Error =>
  new Error(`The models in ${folder} cannot be used (${messageOf(cause)}). Install Onrecord again.`, { cause });

/** Builds the network from models that were read, whose parts may still not fit together. */
async function attributorOf(models: Models, folder: string): Promise<Attributor> {
  try {
    return await createAttributor(models.attribution);
  } catch (error) {
    throw unusable(folder, error);
  }
}

function stanceReaderOf(models: Models, folder: string): StanceReader {
  try {
    return new StanceReader(models.stance);
  } catch (error) {
    throw unusable(folder, error);
  }
}

/** Takes any number of articles and gives as many, in the same order, with what was found in each. */
export type Analyze = (articles: readonly Article[]) => Promise<AnalyzedArticle[]>;

/**
 * Loads the models from a folder and gives what takes articles through the stages, in this thread.
 * @throws Error, in words for people, when a model is missing or cannot be read.
 */
export async function loadStages(folder: string): Promise<Analyze> {
  const models = await readModels(folder);
  const attributor = await attributorOf(models, folder);
  const stances = stanceReaderOf(models, folder);
  return async (articles) => {
    const documents = articles.map((article) => readDocument(article.text));
    const found = await attributor.attribute(
      articles.map((article, i) => ({ document: documents[i]!, published: article.published })),
    );
    return articles.map((article, i) => {
      const { title, byline, outlet } = article;
      const speakers = resolveSpeakers(documents[i]!, found[i]!, { title, byline, outlet }, models.speakers);
      const held = stances.read(documents[i]!, found[i]!);
      return { ...article, attributions: found[i]!.map((one, k) => complete(one, speakers[k]!, held[k]!)) };
    });
  };
}
