/**
 * The first file to run. Plain JavaScript that checks the Node version before anything native loads: on an
 * older Node the database library ends the process without a word.
 */
const [major] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(
    `EOC Board needs Node 24 or later; this is Node ${process.versions.node}.\n` +
      'Run it with "npm start" or "npm run eoc -- …" after "npm ci", which brings the right Node along.\n',
  );
  process.exit(2);
}
// On a machine with much memory the room for short-lived things would grow to a third of all a whole job takes.
const { setFlagsFromString } = await import('node:v8');
setFlagsFromString('--max-semi-space-size=16');
// Keeps compiled code between runs: the second start takes half the time.
const { enableCompileCache } = await import('node:module');
enableCompileCache();
// Node's notice about type stripping and SQLite is for developers, not for the people who use this program.
process.removeAllListeners('warning');
// A reader that stops early (`eoc check … | head`) is no fault of ours.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));
const { main } = await import('#electron/cli/main.ts');
process.exitCode = await main(process.argv.slice(2));
