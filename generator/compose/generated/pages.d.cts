// Made by `npm run generate` from platform/templates/. Do not edit.
export const maintenance: object;
export const runbook: object;
