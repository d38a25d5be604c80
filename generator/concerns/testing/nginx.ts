// A real NGINX that serves VirtualServerRoutes as NGINX Ingress Controller writes them down, as far as paths, headers and
// canned answers go (nginx/kubernetes-ingress: internal/configs/version2/nginx.virtualserver.tmpl).
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Route } from '../../compose/nginx.ts';

/** What a service gets to see. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export const hasNginx = spawnSync('nginx', ['-v']).status === 0;

function directivesOf({ path, action }: Route, index: number, service: string): string {
  if ('return' in action) {
    const { code, type, headers, body } = action.return;
    const added = headers.map(({ name, value }) => `add_header ${name} "${value}" always;`);
    return `location ${path} { error_page 418 =${code} "@return_${index}"; proxy_intercept_errors on; proxy_pass http://unix:teapot.sock; }
      location @return_${index} { default_type "${type}"; ${added.join(' ')} return 0 "${body}"; }`;
  }
  const { rewritePath, requestHeaders, responseHeaders } = action.proxy;
  return `location ${path} { proxy_http_version 1.1; proxy_pass_request_headers ${requestHeaders.pass ? 'on' : 'off'};
    ${requestHeaders.set.map(({ name, value }) => `proxy_set_header ${name} "${value}";`).join(' ')}
    ${responseHeaders.hide.map((name) => `proxy_hide_header ${name};`).join(' ')}
    proxy_ignore_headers ${responseHeaders.ignore.join(' ')};
    ${responseHeaders.add.map(({ name, value }) => `add_header ${name} "${value}" always;`).join(' ')}
    proxy_pass http://${service}${rewritePath}; }`;
}

function configuration(routes: readonly Route[], folder: string, service: string): string {
  const own = (name: string) => join(folder, name);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${own(name)};`,
  );
  const locations = routes.map((route, index) => directivesOf(route, index, service)).join('\n');
  return `daemon off; master_process off; pid ${own('pid')}; error_log stderr crit; events {}
    http { access_log off; ${temporary.join(' ')}
      server { listen unix:${own('teapot.sock')}; return 418; }
      server { listen unix:${own('edge.sock')}; ${locations.replaceAll('unix:teapot.sock', `unix:${own('teapot.sock')}`)} } }`;
}

export class Nginx {
  readonly #folder = mkdtempSync(join(tmpdir(), 'tenantry-nginx-'));
  readonly #service: Server;
  readonly #process: ChildProcess;
  /** What services have been asked, oldest first. */
  readonly seen: Seen[] = [];

  private constructor(routes: readonly Route[], service: Server) {
    this.#service = service;
    service.on('request', ({ method = '', url = '', headers }, response) => {
      this.seen.push({ method, path: url, headers: headers as Record<string, string> });
      response.setHeader('X-Accel-Redirect', '/elsewhere');
      response.setHeader('X-Powered-By', 'something old');
      response.end('answered');
    });
    const { port } = service.address() as AddressInfo;
    const file = join(this.#folder, 'nginx.conf');
    writeFileSync(file, configuration(routes, this.#folder, `127.0.0.1:${port}`));
    this.#process = spawn('nginx', ['-p', this.#folder, '-c', file], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }

  static async start(routes: readonly Route[]): Promise<Nginx> {
    const service = createServer();
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    const nginx = new Nginx(routes, service);
    for (let left = 50; left > 0; left--) {
      await setTimeout(50);
      if (
        await nginx.get('/').then(
          () => true,
          () => false,
        )
      )
        break;
    }
    return nginx;
  }

  /** The path goes out as it is written. */
  get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const socketPath = join(this.#folder, 'edge.sock');
      const sent = request(
        { socketPath, path, method, headers: { Host: 'insure.example', ...headers } },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () => {
            const { statusCode: status = 0, headers: got } = answer;
            resolve({ status, headers: got, body: Buffer.concat(parts).toString() });
          });
        },
      );
      sent.on('error', reject);
      sent.end();
    });
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill();
    await gone;
    this.#service.closeAllConnections();
    this.#service.close();
    rmSync(this.#folder, { recursive: true });
  }
}
