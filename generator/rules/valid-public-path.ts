// What needs no token is a part of what the edge sends to a service: a path below the exposed one, with some of its methods.
import type { Service } from '../model/generated/inputs.ts';
import type { FleetRule } from '../model/rule.ts';
import type { Path } from '../model/source.ts';
import { dotSegmentOf, isBelow } from '../model/url-path.ts';
import { list } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';

interface Mistake {
  /** Below the public path's entry. */
  readonly at: Path;
  readonly message: string;
  readonly hint: string;
}

export const rule: FleetRule = {
  over: 'fleet',
  *check({ services }) {
    for (const [name, service] of Object.entries(services.value)) {
      for (const index of (service.exposed?.public ?? []).keys()) {
        for (const { at, message, hint } of mistakesIn(name, service, index)) {
          yield { ...locate(services, [name, 'exposed', 'public', index, ...at]), message, hint };
        }
      }
    }
  },
};

function* mistakesIn(name: string, { exposed, runtime }: Service, index: number): Iterable<Mistake> {
  const all = exposed?.public ?? [];
  const open = all[index];
  if (exposed === undefined || open === undefined) return;
  const { path, methods } = open;
  const others = methods.filter((method) => !exposed.methods.includes(method));
  if (others.length > 0) {
    yield {
      at: ['methods'],
      message: `${list(others, 'and')} ${others.length === 1 ? 'is' : 'are'} public here and not among \`exposed.methods\`.`,
      hint: 'Remove what users may not use, or add it there.',
    };
  }
  const mistake = mistakeInPath(name, exposed.path, path, runtime);
  if (mistake) {
    yield { at: ['path'], ...mistake };
    return;
  }
  const wider = all.find(
    (other, place) =>
      (other.path !== path || place < index) &&
      isBelow(path, other.path) &&
      methods.every((method) => other.methods.includes(method)),
  );
  if (wider) {
    yield {
      at: ['path'],
      message: `\`${path}\` is public already, with \`${wider.path}\`.`,
      hint: 'Remove one of them.',
    };
  }
}

function mistakeInPath(
  name: string,
  exposed: string,
  path: string,
  runtime: Service['runtime'],
): Omit<Mistake, 'at'> | undefined {
  const dots = dotSegmentOf(path);
  if (dots !== undefined) {
    return {
      message: `\`${path}\` has the part \`${dots}\`, which is resolved before paths are compared.`,
      hint: 'Write the path that it leads to.',
    };
  }
  if (!isBelow(path, exposed)) {
    return {
      message: `\`${path}\` is not below \`${exposed}\`, so the edge never sends it to \`${name}\`.`,
      hint: `Write a path below \`${exposed}\`.`,
    };
  }
  if (path !== exposed || runtime === 'static') return undefined;
  return {
    message: `\`${path}\` is everything that \`${name}\` answers at: nothing would need a token.`,
    hint: 'Name the paths below it that need none. Only static files may be public as a whole.',
  };
}
