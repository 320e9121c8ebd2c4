/** UTF-16 code units. */
const LONGEST = 200;

/**
 * A function of a string that remembers so many of its results: news repeats its words and names.
 * When it is full it forgets all, which costs less than to know which to keep. Long texts are not remembered.
 */
export function remembered<T>(most: number, make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return make(text);
    let found = known.get(text);
    if (found === undefined) {
      found = make(text);
      if (known.size >= most) known.clear();
      known.set(text, found);
    }
    return found;
  };
}
