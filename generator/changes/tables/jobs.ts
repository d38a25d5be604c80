// What runs and ends: Job and CronJob.
import { canonical } from '../compare/canonical.ts';
import { lowered, raised, to } from '../directions.ts';
import { gap } from '../gap.ts';
import type { Knowledge, Manifest } from '../knowledge.ts';
import { number } from '../measures.ts';
import { plainRows } from './common.ts';
import { type Finding, found, judgeEach, valueAt } from './pairwise.ts';
import { podRows } from './pods.ts';
import { noHarm, verdict } from './rows.ts';
import { below } from './tell.ts';
import { validation } from './upstream.ts';

const jobs = 'https://kubernetes.io/docs/concepts/workloads/controllers/job/';
const cronJobs = 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/';

/** Fields of a Job that stay as they were created. */
const fixed = ['template', 'selector', 'completionMode', 'podFailurePolicy', 'successPolicy', 'managedBy'];

/** A Job that Argo CD deletes before it makes it anew may change in every field. */
function isReplaced(job: Manifest): boolean {
  const annotation = (name: string) =>
    String(valueAt(job, 'metadata', 'annotations', `argocd.argoproj.io/${name}`) ?? '');
  const policy = annotation('hook-delete-policy');
  const isHook =
    annotation('hook') !== '' && (policy === '' || /BeforeHookCreation|HookSucceeded/.test(policy));
  const options = annotation('sync-options');
  return isHook || (/\bReplace=true\b/.test(options) && /\bForce=true\b/.test(options));
}

function fieldsRefused(before: Manifest | undefined, after: Manifest | undefined): Finding[] {
  if (before === undefined || after === undefined || isReplaced(after)) return [];
  return fixed.flatMap((field) => {
    const [old, now] = [before, after].map((job) => canonical(valueAt(job, 'spec', field) ?? null));
    if (old === now) return [];
    const reason = `the ${field} of a job cannot change: it needs another name`;
    return [found(`spec.${field}`, 'rejected', reason, validation('batch'))];
  });
}

const job: Knowledge = {
  group: 'batch',
  kind: 'Job',
  nature: 'workload',
  created: noHarm,
  deleted: noHarm,
  judge: judgeEach(fieldsRefused),
  rows: [
    ...plainRows,
    ...podRows('spec.template'),
    ...below('spec').tell(to(true), 'downtime', jobs, { suspend: 'its pods stop, and it does not go on' }),
    ...below('spec').tell(lowered(number), 'downtime', jobs, {
      activeDeadlineSeconds: 'a run that takes longer is cut off',
    }),
  ],
};

const cronJob: Knowledge = {
  group: 'batch',
  kind: 'CronJob',
  nature: 'workload',
  created: noHarm,
  deleted: verdict('downtime', 'its task does not run any more', cronJobs),
  rows: [
    ...plainRows,
    ...podRows('spec.jobTemplate.spec.template'),
    ...below('spec').tell(raised(gap), 'downtime', cronJobs, { schedule: 'its task runs less often' }),
    ...below('spec').tell(to(true), 'downtime', cronJobs, { suspend: 'its task does not run any more' }),
    ...below('spec').tell(to('Replace'), 'downtime', cronJobs, {
      concurrencyPolicy: 'a run that goes on is cut off by the next one',
    }),
    ...below('spec').tell(lowered(number), 'downtime', cronJobs, {
      'jobTemplate.spec.activeDeadlineSeconds': 'a run that takes longer is cut off',
    }),
  ],
};

export const jobTables: readonly Knowledge[] = [job, cronJob];
