// Whether a rule is about pods alone whose workload is new, so that it opens nothing that was there.
import type { Scope } from '../knowledge.ts';
import type { Box } from '../sets/box.ts';
import { Words } from '../sets/words.ts';

/** Labels that say which workload a pod is of. */
const names = ['app.kubernetes.io/name', 'app.kubernetes.io/instance', 'app', 'k8s-app', 'name', 'job-name'];

/**
 * Told by a name that a new pod has and that no rule selected before, because a workload that only moved is not new.
 * @param prefix of the dimensions that are labels of pods
 * @param earlier what rules selected before
 */
export function selectsOnlyNew(
  selector: Box,
  prefix: string,
  { newPods }: Scope,
  earlier: readonly Box[],
): boolean {
  if (newPods.length === 0) return false;
  return names.some((name) => {
    const isNew = (word: string) =>
      newPods.some((labels) => labels[name] === word) &&
      !earlier.some((box) => wordsAt(box, prefix + name).includes(word));
    const words = wordsAt(selector, prefix + name);
    return words.length > 0 && words.every(isNew);
  });
}

function wordsAt(box: Box, dimension: string): readonly string[] {
  const values = box.get(dimension);
  return values instanceof Words ? values.words : [];
}
