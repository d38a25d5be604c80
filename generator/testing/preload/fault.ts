// Preloaded into a run: appends the statement of `FAULT` to one of our own modules, the emitter, to prove that a test
// would have seen it there.
import { registerHooks } from 'node:module';

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith('/generator/emit/emit.ts')) return loaded;
    return { ...loaded, source: `${loaded.source}\n${process.env.FAULT};\n` };
  },
});
