/** A carrier that is not known yet: keeps what it is told, in order, for the one that is chosen. */
import { createPrivateList } from '../natives/private-list.ts';
import type { FrameCarrier } from './carry-frames.ts';

export interface LateCarrier extends FrameCarrier {
  choose(carrier: FrameCarrier): void;
}

export function createLateCarrier(): LateCarrier {
  const waiting = createPrivateList<(carrier: FrameCarrier) => void>();
  let chosen: FrameCarrier | null = null;
  const pass = (say: (carrier: FrameCarrier) => void) => {
    if (chosen) say(chosen);
    else waiting.add(say);
  };
  return {
    get slot() {
      return chosen?.slot ?? null;
    },
    setFailMode: (failMode, wears) => pass((carrier) => carrier.setFailMode(failMode, wears)),
    onNextOutput: (use) => pass((carrier) => carrier.onNextOutput(use)),
    connectPipeline: (port) => pass((carrier) => carrier.connectPipeline(port)),
    endPipeline: () => pass((carrier) => carrier.endPipeline()),
    choose(carrier) {
      chosen = carrier;
      waiting.each((say, drop) => {
        drop();
        say(carrier);
      });
    },
  };
}
