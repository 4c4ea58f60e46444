/** Preloaded into a process: when it ends, the last line of its standard error lists the packages that it has loaded. */
const PACKAGE = /node_modules\/(?:.*node_modules\/)?((?:@[^/]+\/)?[^/]+)/;

process.on("exit", () => {
  const names = Object.keys(require.cache).map((file) => PACKAGE.exec(file)?.[1]);
  process.stderr.write(`\n${JSON.stringify([...new Set(names)].filter((name) => name !== undefined))}`);
});
