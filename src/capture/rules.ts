/** Rules of the user's own: where on the pages of an outlet the article stands, as CSS selectors in a file. */
import { readFile } from 'node:fs/promises';
import { domainToASCII } from 'node:url';
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import * as z from 'zod';
import type { SiteRule } from './site-rule.ts';

/** Rules that can be used, and what was left out of them. */
export interface Rules {
  readonly rules: readonly SiteRule[];
  /** One sentence for each selector that cannot be used, with its line. */
  readonly problems: readonly string[];
}

/** Thrown for a file of rules that cannot be used at all; its message has a line for each mistake. */
export class RulesError extends Error {
  override readonly name = 'RulesError';
}

const LARGEST = 1_000_000;
const MOST_RULES = 2_000;

const host = z
  .string()
  .toLowerCase()
  .regex(
    /^(?:\*\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*$/u,
    'must be a host ("example.test") or all hosts below one ("*.example.test")',
  )
  // As addresses have it: "münze.example" is "xn--mnze-0ra.example" there.
  .transform((given) => given.replace(/[^*.].*/u, (name) => domainToASCII(name)));
const selector = z.string().trim().min(1, 'must be a CSS selector').max(1_000);
const schema = z
  .array(
    z.strictObject({
      hosts: z.array(host).min(1).max(100),
      title: selector.optional(),
      byline: selector.optional(),
      published: selector.optional(),
      text: selector.optional(),
      remove: z.array(selector).max(200).optional(),
    }),
  )
  .max(MOST_RULES);

type Path = (string | number)[];

const lineAt = (json: string, offset: number): number => json.slice(0, offset).split('\n').length;

/** The line on which a value stands, or what holds it where it is missing. */
function lineOf(json: string, tree: Node, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node) return lineAt(json, node.offset);
  }
  return 1;
}

/** [0, "hosts", 1] → "rule 1, hosts, 2". */
const placeOf = ([rule, ...rest]: Path): string =>
  [
    typeof rule === 'number' ? `rule ${rule + 1}` : 'the file',
    ...rest.map((part) => (typeof part === 'number' ? part + 1 : part)),
  ].join(', ');

function parse(json: string, name: string): { tree: Node; rules: SiteRule[] } {
  const errors: ParseError[] = [];
  let tree: Node | undefined;
  try {
    tree = parseTree(json, errors, { disallowComments: false, allowTrailingComma: true });
  } catch {
    throw new RulesError(`${name}:1: it is nested too deeply`);
  }
  const fail = (lines: string[]): never => {
    throw new RulesError(lines.map((line) => `${name}:${line}`).join('\n'));
  };
  if (!tree) return fail(['1: it is empty']);
  if (errors.length > 0) {
    const told = errors
      .slice(0, 5)
      .map(({ error, offset }) => `${lineAt(json, offset)}: it is not JSON (${printParseErrorCode(error)})`);
    return fail(told);
  }
  const checked = schema.safeParse(getValue(tree));
  if (checked.success) return { tree, rules: checked.data };
  return fail(
    checked.error.issues
      .slice(0, 20)
      .map((issue) => `${lineOf(json, tree, issue.path as Path)}: ${placeOf(issue.path as Path)}: ${issue.message}`),
  );
}

/** The plain value of a node of the tree. */
function getValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(getValue);
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(
    (node.children ?? []).map(({ children = [] }) => [children[0]?.value, children[1] && getValue(children[1])]),
  );
}

/**
 * Reads rules from JSON: a list of `{hosts, title?, byline?, published?, text?, remove?}`; comments and commas at the end
 * are allowed. A selector that cannot be used is left out and named; the rest of its rule holds.
 *
 * @param name what the file is called in messages
 * @throws RulesError when it is no JSON or not such a list; each mistake with its line
 */
export async function parseRules(json: string, name: string): Promise<Rules> {
  const { selectorProblem } = await import('./page/custom.ts');
  const { tree, rules } = parse(json, name);
  const problems: string[] = [];
  const usable = (selector: string | undefined, path: Path): boolean => {
    const problem = selector === undefined ? null : selectorProblem(selector);
    if (problem)
      problems.push(
        `${name}:${lineOf(json, tree, path)}: ${placeOf(path)}: ${JSON.stringify(selector)} is no CSS selector that can be used, and is left out (${problem})`,
      );
    return selector !== undefined && !problem;
  };
  const kept = rules.map(({ hosts, remove = [], ...rule }, i): SiteRule => {
    const single = Object.entries(rule).filter(([key, selector]) => usable(selector, [i, key]));
    return {
      hosts,
      ...Object.fromEntries(single),
      remove: remove.filter((selector, j) => usable(selector, [i, 'remove', j])),
    };
  });
  return { rules: kept, problems };
}

/**
 * Reads a file of rules.
 *
 * @throws RulesError when it cannot be read, is too large or holds mistakes
 */
export async function readRules(path: string): Promise<Rules> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'there is no such file' : error.message;
    throw new RulesError(`${path}: the rules could not be read: ${why}`);
  });
  if (bytes.length > LARGEST) throw new RulesError(`${path}: it is larger than ${LARGEST} bytes`);
  return parseRules(bytes.toString('utf8').replace(/^\ufeff/, ''), path);
}
