// Made by `npm run generate` from schemas/. Do not edit.
import type { ValidateFunction } from 'ajv';
import type { Approval, Cluster, Components, Controls, Domains, Engines, Framework, Platform, Recovery, Release, Requirements, Services, State, Tenant, Tiers, Tombstone } from '../../model/generated/inputs.ts';
export const validateApproval: ValidateFunction<Approval>;
export const validateCluster: ValidateFunction<Cluster>;
export const validateComponents: ValidateFunction<Components>;
export const validateControls: ValidateFunction<Controls>;
export const validateDomains: ValidateFunction<Domains>;
export const validateEngines: ValidateFunction<Engines>;
export const validateFramework: ValidateFunction<Framework>;
export const validatePlatform: ValidateFunction<Platform>;
export const validateRecovery: ValidateFunction<Recovery>;
export const validateRelease: ValidateFunction<Release>;
export const validateRequirements: ValidateFunction<Requirements>;
export const validateServices: ValidateFunction<Services>;
export const validateState: ValidateFunction<State>;
export const validateTenant: ValidateFunction<Tenant>;
export const validateTiers: ValidateFunction<Tiers>;
export const validateTombstone: ValidateFunction<Tombstone>;
