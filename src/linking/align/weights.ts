/** Words that say little by themselves: that they stand in both of two wordings is hardly evidence. */
const FUNCTION_WORDS = new Set(
  (
    'a an the this that these those of to in on at by for from with as into about over and or but so if than then ' +
    'is are was were be been being am has have had do does did will would can could may might must shall should ' +
    "i you he she it we they me him her us them my your his its our their who which what there not no 's 'd " +
    'very just also'
  ).split(' '),
);

export const isFunctionWord = (key: string): boolean => FUNCTION_WORDS.has(key);

/** What it is worth in an alignment that a word stands in both. */
export const weightOf = (key: string): number => (isFunctionWord(key) ? 1 : key.startsWith('#') ? 3 : 2.5);
