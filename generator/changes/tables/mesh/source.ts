// Where Istio says what its kinds mean.

const reference = 'https://istio.io/latest/docs/reference/config';

export const authorization = `${reference}/security/authorization-policy/`;
export const peers = `${reference}/security/peer_authentication/`;
export const tokens = `${reference}/security/request_authentication/`;
export const virtualServices = `${reference}/networking/virtual-service/`;
export const destinationRules = `${reference}/networking/destination-rule/`;
export const serviceEntries = `${reference}/networking/service-entry/`;
export const sidecars = `${reference}/networking/sidecar/`;
export const gateways = `${reference}/networking/gateway/`;
export const envoyFilters = `${reference}/networking/envoy-filter/`;
export const proxyConfigs = `${reference}/networking/proxy-config/`;
export const telemetries = `${reference}/telemetry/`;
export const plugins = `${reference}/proxy_extensions/wasm-plugin/`;
export const extensions = `${reference}/proxy_extensions/`;
