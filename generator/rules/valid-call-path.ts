// The paths of a call mean what they say: none is rewritten before it is compared, and none is there twice.
import type { Finding, FleetRule } from '../model/rule.ts';
import { dotSegmentOf, isBelow } from '../model/url-path.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ services }) {
    for (const [caller, { calls = {} }] of Object.entries(services.value)) {
      for (const [callee, { paths }] of Object.entries(calls)) {
        for (const [index, path] of paths.entries()) {
          const finding = findMistake(path, paths);
          if (finding) yield { ...locate(services, [caller, 'calls', callee, 'paths', index]), ...finding };
        }
      }
    }
  },
};

function findMistake(path: string, all: readonly string[]): Pick<Finding, 'message' | 'hint'> | undefined {
  const dots = dotSegmentOf(path);
  if (dots !== undefined) {
    return {
      message: `\`${path}\` has the part \`${dots}\`, which is resolved before paths are compared.`,
      hint: 'Write the path that it leads to.',
    };
  }
  const wider = all.find((other) => other !== path && isBelow(path, other));
  if (wider === undefined) return undefined;
  return {
    message: `\`${path}\` lies below \`${wider}\`, which allows it already.`,
    hint: 'Remove it, or the wider one if the call needs no more than this.',
  };
}
