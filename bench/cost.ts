/**
 * `npm run bench:cost`: the processor time of all of the browser's processes with each kind of filter, in cores above the
 * same browser without the extension, at 1280x720 and 30 frames a second. Tables, or one object with --json.
 * Fails when a filter would not stay on in any of its rounds.
 */
import { parseArgs } from 'node:util';
import { getBuild } from '../harness/builds.ts';
import { AGAINST, costTables, OURS, toCostJson } from './cost/report.ts';
import { COST_ROW_NAMES, pickRows } from './cost/rows.ts';
import { measureCost } from './cost/run.ts';
import { noteOrigin, originLine, runInRoot } from './machine.ts';
import { publish } from './marked-block.ts';
import { AGAINST_HELP, prepareOtherBuild } from './other-build.ts';

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    rows: { type: 'string' },
    seconds: { type: 'string', default: '6' },
    rounds: { type: 'string', default: '3' },
    against: { type: 'string' },
    into: { type: 'string' },
  },
});

const HELP = `npm run bench:cost -- [options]

Processor time of all of the browser's processes, in cores above the same browser without the extension. Linux alone.

--rows A,B    some of: ${COST_ROW_NAMES.join(', ')}
--seconds N   of each measurement, 6 by default, after it has settled
--rounds N    how often each row is measured, 3 by default; the figure is the median
--json        one object on stdout
--into FILE   writes the tables into that document's block of the name cost
${AGAINST_HELP}`;

async function measure(): Promise<void> {
  const rows = pickRows(values.rows?.split(',') ?? null);
  const [seconds, rounds] = [Number(values.seconds), Number(values.rounds)];
  if (!(seconds > 0) || !(rounds >= 1))
    throw new Error('Expected --seconds above 0 and --rounds of 1 or more');
  const originOf = noteOrigin();
  runInRoot('npm', 'run', '--silent', 'build:demo');
  const other = values.against === undefined ? null : prepareOtherBuild(values.against, { weighed: false });
  const builds = { [OURS]: getBuild('dist-demo'), ...(other && { [AGAINST]: other.dir }) };
  const cost = await measureCost({ rows, builds, seconds, rounds, tell: (line) => console.error(line) });
  const origin = originOf(cost.browser);
  const unworn = Object.values(cost.figures).some((rows) => Object.values(rows).includes(null));
  if (unworn) process.exitCode = 1;
  if (values.json) {
    console.log(
      JSON.stringify({ ...origin, ...(other && { againstCommit: other.commit }), ...toCostJson(cost) }),
    );
    return;
  }
  const how = [
    `1280x720, 30 frames a second, ${rounds} x ${seconds} s a row, medians`,
    ...(other ? [`the other build: ${other.commit}`] : []),
  ].join('; ');
  publish([originLine(origin), how, costTables(cost)].join('\n\n'), 'cost', values.into);
}

if (values.help) console.log(HELP);
else await measure();
