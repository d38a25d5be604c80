// The same question about the same objects has the same answer: hundreds of trees that differ in one object each are not
// looked through from the start. Knows no question.

const identities = new WeakMap<object, number>();
let next = 0;

/** Which objects these are, as a text. */
export function identityOf(objects: readonly object[]): string {
  return objects
    .map((object) => {
      const known = identities.get(object) ?? next++;
      identities.set(object, known);
      return known;
    })
    .join();
}

const answers = new WeakMap<object, Map<string, unknown>>();

/** `question` has to name everything that the answer depends on, but for `scope`. */
export function remember<Answer>(scope: object, question: string, answer: () => Answer): Answer {
  const known = answers.get(scope) ?? new Map<string, unknown>();
  answers.set(scope, known);
  if (!known.has(question)) known.set(question, answer());
  return known.get(question) as Answer;
}
