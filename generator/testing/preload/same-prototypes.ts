// Preloaded into a run: it ends with 97 when an intrinsic's prototype is not what it was at the start.

const intrinsics = [Object, Array, Function, String, Number, Map, Set, RegExp, Promise];
const before = describe();

function describe(): string {
  return JSON.stringify(
    intrinsics.map(({ prototype }) =>
      Reflect.ownKeys(prototype)
        .map(String)
        .map((key) => `${key} ${typeof Object.getOwnPropertyDescriptor(prototype, key)?.value}`),
    ),
  );
}

process.on('exit', () => {
  if (describe() !== before) process.exitCode = 97;
});
