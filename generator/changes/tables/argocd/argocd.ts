// What Argo CD brings to clusters and who may make it: its own kinds. Its ConfigMaps have a judge of their own.
import type { Knowledge } from '../../knowledge.ts';
import { applications } from './applications.ts';
import { projects } from './projects.ts';
import { applicationSets } from './sets.ts';

export const argocd: readonly Knowledge[] = [projects, applications, applicationSets];
