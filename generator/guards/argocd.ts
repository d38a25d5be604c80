// What keeps Argo CD from deleting, in what it is told of Applications and objects.
import { at, field, type Guard, type Pick, type Scene } from './guard.ts';

const syncOptions = 'argocd.argoproj.io/sync-options';

/** https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/ */
export function annotated(whose: string, pick: Pick, option: 'Prune=false' | 'Delete=false'): Guard {
  const list = (scene: Scene) =>
    String(at(pick(scene), 'metadata', 'annotations')[syncOptions] ?? '').split(',');
  return {
    name: `${whose} says ${option}`,
    holds: (scene) => list(scene).includes(option),
    remove: (scene) => {
      const rest = list(scene).filter((one) => one !== option);
      at(pick(scene), 'metadata', 'annotations')[syncOptions] = rest.join(',');
    },
  };
}

/** An option of every Application that the set makes; an object's own annotation counts before it. */
export function optioned(set: keyof Scene['sets'], option: 'Prune=false' | 'Delete=false'): Guard {
  const policy = (scene: Scene) => at(scene.sets[set], 'spec', 'template', 'spec', 'syncPolicy');
  const list = (scene: Scene) => (policy(scene).syncOptions ?? []) as string[];
  return {
    name: `Applications of ${set} sync with ${option}`,
    holds: (scene) => list(scene).includes(option),
    remove: (scene) => {
      policy(scene).syncOptions = list(scene).filter((one) => one !== option);
    },
  };
}

export function unpruned(set: keyof Scene['sets']): Guard {
  const place = (scene: Scene) => at(scene.sets[set], 'spec', 'template', 'spec', 'syncPolicy', 'automated');
  return field(`Applications of ${set} do not prune by themselves`, place, 'prune', false, true);
}

export function neverEmptied(set: keyof Scene['sets']): Guard {
  const place = (scene: Scene) => at(scene.sets[set], 'spec', 'template', 'spec', 'syncPolicy', 'automated');
  return field(`Applications of ${set} are not emptied by themselves`, place, 'allowEmpty', false, true);
}

/** https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Controlling-Resource-Modification/ */
export function createsOnly(set: keyof Scene['sets']): Guard {
  const place = (scene: Scene) => at(scene.sets[set], 'spec', 'syncPolicy');
  return field(
    `the set of ${set} deletes no Application`,
    place,
    'applicationsSync',
    'create-update',
    'sync',
  );
}

export function preserves(set: keyof Scene['sets']): Guard {
  const place = (scene: Scene) => at(scene.sets[set], 'spec', 'syncPolicy');
  return field(`the set of ${set} preserves objects`, place, 'preserveResourcesOnDeletion', true, false);
}

const finalizer = 'resources-finalizer.argocd.argoproj.io';

/** Without it the garbage collector takes the Applications of a set that is deleted. */
export function holdsAtItsEnd(set: keyof Scene['sets']): Guard {
  const finalizers = (scene: Scene) => (at(scene.sets[set], 'metadata').finalizers ?? []) as string[];
  return {
    name: `the set of ${set} keeps to its policy at its own end`,
    holds: (scene) => finalizers(scene).includes(finalizer) && createsOnly(set).holds(scene),
    remove: (scene) => {
      at(scene.sets[set], 'metadata').finalizers = [];
    },
  };
}

/** With it the objects of an Application go with it. */
export function leavesObjects(set: keyof Scene['sets']): Guard {
  const template = (scene: Scene) => at(scene.sets[set], 'spec', 'template', 'metadata');
  return {
    name: `Applications of ${set} go without their objects`,
    holds: (scene) => !((template(scene).finalizers ?? []) as string[]).includes(finalizer),
    remove: (scene) => {
      template(scene).finalizers = [finalizer];
    },
  };
}
