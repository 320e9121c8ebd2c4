/** The ways to put an issue: "About “talks”, or “sign nothing”". */
export function AboutWords({ about }: { readonly about: readonly string[] }) {
  return (
    <>
      About{' '}
      {about.map((words, i) => (
        <span key={words}>
          {i > 0 && ', or '}
          <q dir="auto">{words}</q>
        </span>
      ))}
    </>
  );
}
