// Runs the Playground in a process of its own that cannot outlive us: when our process ends, however it
// ends, the channel to it closes and this one goes too. No process is left behind by a kill -9.
process.on('disconnect', () => process.exit(0));
await import('@microsoft/m365agentsplayground/cli.js');
