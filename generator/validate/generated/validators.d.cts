// Made by `npm run generate` from schemas/. Do not edit.
import type { ValidateFunction } from 'ajv';
import type { Approval, Cluster, Domains, Platform, Release, Services, Tenant, Tiers } from '../../model/generated/inputs.ts';
export const validateApproval: ValidateFunction<Approval>;
export const validateCluster: ValidateFunction<Cluster>;
export const validateDomains: ValidateFunction<Domains>;
export const validatePlatform: ValidateFunction<Platform>;
export const validateRelease: ValidateFunction<Release>;
export const validateServices: ValidateFunction<Services>;
export const validateTenant: ValidateFunction<Tenant>;
export const validateTiers: ValidateFunction<Tiers>;
