// How Argo CD tells whether a claim of ours (`DatabaseClaim`, …) is healthy: a Lua script, its conditions the input.
// Crossplane's own groups need none: Argo CD ships theirs (resource_customizations/_.upbound.io, _.crossplane.io).

/**
 * Returns Healthy once the claim is Ready, Degraded when Crossplane cannot reconcile it, and Progressing otherwise, so
 * that a rollout waits for a database that is being made. Argo CD gives it `obj` and Lua's basic functions
 * (https://argo-cd.readthedocs.io/en/stable/operator-manual/health/#custom-health-checks).
 */
export const claimHealth = `local found = {}
if obj.status ~= nil and obj.status.conditions ~= nil then
  for _, condition in ipairs(obj.status.conditions) do
    found[condition.type] = condition
  end
end
local synced = found["Synced"]
if synced ~= nil and synced.status == "False" then
  return { status = "Degraded", message = synced.message or "Crossplane cannot reconcile it" }
end
local ready = found["Ready"]
if ready ~= nil and ready.status == "True" then
  return { status = "Healthy", message = "Ready" }
end
return { status = "Progressing", message = (ready ~= nil and ready.message) or "Waiting for its resources" }
`;
