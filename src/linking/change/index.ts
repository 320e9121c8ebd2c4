/** What became of the words of a statement in another article. */
export { compare } from './compare.ts';
