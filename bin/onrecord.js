#!/usr/bin/env node
// Written without new syntax, so that a Node that is too old can still read it and say so.
var needed = 24;
var source = new URL('../src/cli/main.ts', import.meta.url);
var built = new URL('../dist/cli/main.js', import.meta.url);

if (Number(process.versions.node.split('.')[0]) < needed) {
  console.error(
    'onrecord needs Node.js ' +
      needed +
      ' or newer; this is ' +
      process.versions.node +
      '. Install a newer one from https://nodejs.org, or for one project: npm install node@' +
      needed,
  );
  process.exitCode = 1;
} else {
  // A checkout runs its sources, so that a build left over from an older version is never run; the package has none.
  import(process.getBuiltinModule('node:fs').existsSync(source) ? source : built);
}
