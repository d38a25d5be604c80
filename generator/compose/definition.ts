// The definition of a kind of claim, from the closed schema that rendered claims are held against: a shape is written once.
import type { ICompositeResourceDefinition } from '@crossplane-models/crossplane/apiextensions.crossplane.io/v2/CompositeResourceDefinition';
import { platformLabels } from '../model/labels.ts';
import type { Manifest } from '../model/manifest.ts';
import { waves } from '../model/waves.ts';
import { keptByArgocd } from './application-set.ts';
import { inWave } from './in-wave.ts';

export interface Definition {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
}

/** The name that Kubernetes demands. */
export function definitionName({ plural, group }: Definition): string {
  return `${plural}.${group}`;
}

/** @param schema of a claim as a whole, closed */
export function definitionOf(definition: Definition, schema: object): Manifest {
  const { group, version, kind, plural } = definition;
  const manifest: ICompositeResourceDefinition = {
    apiVersion: 'apiextensions.crossplane.io/v2',
    kind: 'CompositeResourceDefinition',
    metadata: {
      name: definitionName(definition),
      labels: platformLabels,
      // With the definition go all claims, and with them what they are made of.
      annotations: { ...keptByArgocd, ...inWave(waves.packages) },
    },
    spec: {
      scope: 'Namespaced',
      group,
      names: { kind, plural },
      versions: [
        {
          name: version,
          served: true,
          referenceable: true,
          schema: { openAPIV3Schema: structural(schema) as Record<string, unknown> },
        },
      ],
    },
  };
  return manifest as unknown as Manifest;
}

/**
 * A structural schema may not close an object that has properties: the API server does that by itself
 * (https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema).
 */
function structural(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(structural);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).filter(
    ([key, value]) => key !== 'additionalProperties' || value !== false,
  );
  return Object.fromEntries(entries.map(([key, value]) => [key, structural(value)]));
}
