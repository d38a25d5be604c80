// Would Helm take a component's folder for the chart that we mean, and would it install all that lies there? Knows Helm's
// layout of a chart (https://helm.sh/docs/topics/charts/), not what the charts it depends on do.

import { load, YAMLException } from 'js-yaml';
import type { Path } from '../model/source.ts';
import type { Unplaced } from './unplaced.ts';

/** The two files of a chart that hold no objects. Paths are relative to `rendered/`. */
export const chartFile = /^[^/]+\/platform\/[^/]+\/(?:Chart|values)\.yaml$/;

/** Whether an object stands beside what a chart makes, which nobody here sees. @param file relative to the repository */
export function isBesideChart(file: string): boolean {
  return /^rendered\/[^/]+\/platform\/[^/]+\/templates\//.test(file);
}

const platformFile = /^(rendered\/[^/]+\/platform\/([^/]+))\/(.+)$/;
const exactVersion = /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[\w.-]+)?$/;
const repository = /^(?:https|oci):\/\/[^\s/]+(?:\/\S*)?$/;

type Finding = Pick<Unplaced, 'path' | 'message'>;

/** @param texts of one unit, by path relative to the repository */
export function judgeCharts(texts: ReadonlyMap<string, string>): Unplaced[] {
  const folders = Map.groupBy(texts, ([file]) => platformFile.exec(file)?.[1] ?? '');
  return [...folders].flatMap(([folder, files]) =>
    folder === '' ? [] : judgeFolder(folder, new Map(files)),
  );
}

function judgeFolder(folder: string, files: ReadonlyMap<string, string>): Unplaced[] {
  const chart = files.get(`${folder}/Chart.yaml`);
  const inside = [...files.keys()].map((file) => ({ file, place: file.slice(folder.length + 1) }));
  if (chart === undefined) {
    return inside
      .filter(({ place }) => place === 'values.yaml' || place.startsWith('templates/'))
      .map(({ file }) =>
        fault(file, { path: [], message: 'There is no `Chart.yaml` for it: it is not applied.' }),
      );
  }
  const stray = inside
    .filter(
      ({ place }) => place !== 'Chart.yaml' && place !== 'values.yaml' && !place.startsWith('templates/'),
    )
    .map(({ file }) => fault(file, { path: [], message: 'Helm installs only what is in `templates/`.' }));
  const actions = [...files].flatMap(([file, text]) => findAction(file, text));
  return [...stray, ...actions, ...judgeChart(folder, chart, files.get(`${folder}/values.yaml`))];
}

/** Helm would run it, in a template at once and in a value where a chart passes it to `tpl`. */
function findAction(file: string, text: string): Unplaced[] {
  const at = text.indexOf('{{');
  if (at < 0) return [];
  const before = text.slice(0, at).split('\n');
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const message = '`{{` begins an action of Helm: what is rendered here is not rendered again.';
  return [{ ...fault(file, { path: [], message }), code: 'no-chart-action', ...place }];
}

function judgeChart(folder: string, text: string, valuesText: string | undefined): Unplaced[] {
  const [chart, badChart] = read(`${folder}/Chart.yaml`, text);
  const [values, badValues] = read(`${folder}/values.yaml`, valuesText ?? '{}');
  if (badChart !== undefined || badValues !== undefined) return [badChart, badValues].filter((one) => !!one);
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  const { dependencies } = chart;
  const known = Array.isArray(dependencies) ? dependencies.map(asMapping) : [];
  return [
    ...judgeIdentity(chart, name),
    ...known.flatMap((dependency, index) => judgeDependency(dependency, index, known)),
  ]
    .map((finding) => fault(`${folder}/Chart.yaml`, finding))
    .concat(judgeValues(values, known).map((finding) => fault(`${folder}/values.yaml`, finding)));
}

function judgeIdentity(chart: Mapping, folder: string): Finding[] {
  const found: Finding[] = [];
  const fields = ['apiVersion', 'name', 'description', 'type', 'version', 'dependencies'];
  for (const key of Object.keys(chart).filter((key) => !fields.includes(key))) {
    found.push({ path: [key], message: `\`${key}\` is not a field of our charts.` });
  }
  if (chart.apiVersion !== 'v2')
    found.push({ path: ['apiVersion'], message: 'Helm reads dependencies of `v2` only.' });
  if (chart.name !== folder)
    found.push({ path: ['name'], message: `The chart is called \`${folder}\`, as its folder.` });
  if (chart.type !== 'application')
    found.push({ path: ['type'], message: 'Only an `application` is installed.' });
  if (!matches(exactVersion, chart.version))
    found.push({ path: ['version'], message: 'It is not a semantic version.' });
  if (!Array.isArray(chart.dependencies))
    found.push({ path: [], message: 'It has no list of `dependencies`.' });
  return found;
}

function judgeDependency(chart: Mapping, index: number, all: readonly Mapping[]): Finding[] {
  const at = (key: string): Path => ['dependencies', index, key];
  const found: Finding[] = [];
  const { name, version, repository: from, ...others } = chart;
  for (const key of Object.keys(others))
    found.push({ path: at(key), message: `\`${key}\` is not a field of our charts.` });
  if (typeof name !== 'string' || name === '') found.push({ path: at('name'), message: 'It has no name.' });
  else if (all.findIndex((other) => other.name === name) < index) {
    found.push({ path: at('name'), message: `\`${name}\` is there twice, under one set of values.` });
  }
  if (!matches(exactVersion, version)) {
    found.push({
      path: at('version'),
      message: 'It is not one exact version: what is installed would change by itself.',
    });
  }
  if (!matches(repository, from)) {
    found.push({
      path: at('repository'),
      message: 'It is no `https://` or `oci://` address: nobody proves who answers.',
    });
  }
  return found;
}

/** Helm drops what is under any other key without a word. */
function judgeValues(values: Mapping, dependencies: readonly Mapping[]): Finding[] {
  const names = new Set<unknown>(dependencies.map(({ name }) => name));
  return Object.keys(values)
    .filter((key) => !names.has(key))
    .map((key) => ({
      path: [key],
      message: `\`${key}\` is none of the charts it depends on: Helm ignores it.`,
    }));
}

type Mapping = Readonly<Record<string, unknown>>;

function read(file: string, text: string): [value: Mapping, fault: Unplaced | undefined] {
  try {
    const value: unknown = load(text, { maxAliases: 0 });
    if (isMapping(value)) return [value, undefined];
    return [{}, fault(file, { path: [], message: 'It is not a mapping.' })];
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const message = `The text is not YAML: ${error.reason}.`;
    const { mark } = error;
    const place = mark && { line: mark.line + 1, column: mark.column + 1 };
    return [{}, { ...fault(file, { path: [], message }), code: 'valid-yaml', ...place }];
  }
}

function fault(file: string, { path, message }: Finding): Unplaced {
  return { code: 'valid-chart', file, document: 0, path, message };
}

function matches(pattern: RegExp, value: unknown): boolean {
  return typeof value === 'string' && pattern.test(value);
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asMapping(value: unknown): Mapping {
  return isMapping(value) ? value : {};
}
