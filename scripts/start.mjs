// npm start: from a clone to a served desk. Starts on any Node that knows modules, to be able to say what is missing.
const major = Number(process.versions.node.split('.')[0]);
if (major < 18) {
  console.error(
    `Candour needs Node 18 or newer to start (it then brings its own); this is ${process.version}.\n` +
      'Install a current Node from nodejs.org or your system, then run npm start again.',
  );
  process.exitCode = 1;
} else {
  import('./lib/serve.mjs').then((serve) => serve.start());
}
