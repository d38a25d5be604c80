// The shapes of the input files, as far as isolation depends on them. Written by hand: the generated types are the
// generator's own reading of its inputs, and a judge must not share it.

export interface ServiceInput {
  readonly kind: string;
  readonly port?: number;
  readonly needs?: readonly string[];
  /** Of a migration: what it does where the writer is not. */
  readonly check?: { readonly needs: readonly string[] };
  readonly queue?: { readonly name: string };
  readonly calls?: Readonly<
    Record<string, { readonly methods: readonly string[]; readonly paths: readonly string[] }>
  >;
  readonly exposed?: {
    readonly path: string;
    readonly methods: readonly string[];
    readonly public?: readonly { readonly path: string; readonly methods: readonly string[] }[];
  };
  readonly external?: readonly ExternalInput[];
  readonly secrets?: Readonly<Record<string, { readonly secret: string }>>;
}

export interface ExternalInput {
  readonly host: string;
  readonly port: number;
  readonly cidrs: readonly string[];
}

export interface ServiceOverride {
  readonly enabled?: boolean;
  readonly external?: readonly ExternalInput[];
}

export interface TenantInput {
  readonly id: string;
  readonly home: string;
  readonly clusters?: readonly string[];
  readonly lifecycle?: string;
  readonly routing?: {
    readonly mode?: string;
    readonly host?: string;
    readonly prefix?: string;
    readonly allowedSources?: readonly string[];
  };
  readonly identity?: {
    readonly issuer: string;
    readonly jwksUri: string;
    readonly audiences?: readonly string[];
  };
  readonly access?: { readonly engineers?: readonly string[] };
  readonly services?: Readonly<Record<string, ServiceOverride>>;
  readonly clusterOverrides?: Readonly<
    Record<
      string,
      {
        readonly lifecycle?: string;
        readonly subnets?: readonly { readonly cidr: string }[];
        readonly services?: Readonly<Record<string, ServiceOverride>>;
      }
    >
  >;
}

export interface ClusterInput {
  readonly name: string;
  readonly environment: string;
  readonly region: string;
  readonly account: string;
  readonly identity?: { readonly mode: string; readonly oidcProvider?: string };
  readonly network: {
    readonly vpc: string;
    readonly vpcCidr: string;
    readonly podCidr: string;
    readonly serviceCidr: string;
    readonly securityGroup: string;
    readonly tenantRouteTable?: string;
    readonly subnets: readonly { readonly id: string; readonly role: string; readonly cidr: string }[];
  };
}

export interface PlatformInput {
  readonly organisation: { readonly id: string };
  readonly git: { readonly url: string };
  readonly domains: { readonly platform: string; readonly shared: Readonly<Record<string, string>> };
  readonly groups: Readonly<Record<string, string>>;
  readonly mesh: { readonly namespace: string; readonly trustDomain: string };
  readonly dns: { readonly namespace: string; readonly selector: Readonly<Record<string, string>> };
  readonly edge: { readonly namespace: string; readonly serviceAccount: string };
  readonly identity: { readonly realms: string; readonly keysPath: string; readonly claim: string };
  readonly secrets: { readonly namespace: string; readonly serviceAccount: string };
  readonly telemetry: { readonly namespace: string; readonly otlpPort: number };
  readonly argocd: { readonly namespace: string };
}
