/** The page in which laws are asked. Exposes `answerLaw` to the tests; owns no judgement. */
import { closeStreams } from '../../tests/conformance/law.ts';
import { LAWS } from '../../tests/conformance/laws.ts';

declare global {
  var answerLaw: (about: string, law: string) => Promise<unknown>;
}

globalThis.answerLaw = async (about, law) => {
  const ask = LAWS[about]?.[law];
  if (!ask) throw new Error(`Expected a law, got ${about}: ${law}`);
  try {
    return await ask();
  } finally {
    closeStreams();
  }
};
