/**
 * Where the frames of a document's cameras are carried: in a worker of their own, so that they pass however busy the page's
 * thread is, or on that thread where no worker may run. Owns that choice and the worker's life.
 */

import type { NativeWorkerHandle } from '../natives/native-worker.ts';
import { nativeTimeout } from '../natives/primordials.ts';
import { createPrivateList } from '../natives/private-list.ts';
import { type CarryOptions, carryFrames, type FrameCarrier } from './carry-frames.ts';
import type { Transport } from './frame-flow.ts';
import { createLateCarrier } from './late-carrier.ts';
import { openRemoteCarrier, type RemoteCarrier } from './remote-carrier.ts';
import type { FromTransportWorker, ToTransportWorker } from './transport-protocol.ts';

/** The worker reads some kilobytes of program; one that says nothing for so long will not. */
const HELLO_WITHIN_MS = 3000;
/** A timer may be on before messages that came earlier, on a thread that was blocked: they have this time to be heard. */
const GRACE_MS = 100;
/** A worker that has ended says nothing of it. So it is asked, and has missed too often after so many turns of this thread. */
const PING_EVERY_MS = 1000;
const MISSES_ALLOWED = 4;

export interface HostedOptions extends CarryOptions {
  /** The worker ended under the camera: no frame comes any more, and none can be written. */
  readonly onWorkerLost: () => void;
}

/** A camera's frames, and its end. */
export interface HostedCarrier extends FrameCarrier {
  /** Closes the camera, now or soon. Frames that come until then are carried as before. */
  close(): void;
}

export interface TransportHost {
  /** A camera is asked for: the worker starts, while the browser opens it. */
  prepare(): void;
  carry(camera: MediaStreamTrack, transport: Transport, options: HostedOptions): HostedCarrier;
}

interface Hosted {
  readonly onWorkerLost: () => void;
}

/** @param startWorker throws where no worker may run */
export function createTransportHost(startWorker: () => NativeWorkerHandle): TransportHost {
  let state: 'none' | 'starting' | 'there' | 'refused' = 'none';
  let running: NativeWorkerHandle | null = null;
  const waiting = createPrivateList<() => void>();
  const hosted = createPrivateList<Hosted>();
  let misses = 0;
  let isPinging = false;

  const decide = (decided: 'there' | 'refused') => {
    state = decided;
    waiting.each((choose, drop) => {
      drop();
      choose();
    });
  };
  const end = () => {
    if (!running) return;
    running.onmessage = null;
    running.onerror = null;
    running.terminate();
    running = null;
  };
  const refuse = () => {
    if (state !== 'starting') return;
    end();
    decide('refused');
  };
  const lose = () => {
    end();
    state = 'none';
    hosted.each(({ onWorkerLost }, drop) => {
      drop();
      onWorkerLost();
    });
  };

  const prepare = () => {
    if (state !== 'none') return;
    state = 'starting';
    try {
      running = startWorker();
    } catch {
      return decide('refused');
    }
    const started = running;
    started.onerror = refuse;
    started.onmessage = (said) => {
      const message = said as FromTransportWorker;
      misses = 0;
      if (message.type !== 'hello') return;
      started.onerror = lose;
      decide('there');
    };
    const giveUp = () => {
      if (running === started) refuse();
    };
    nativeTimeout(() => nativeTimeout(giveUp, GRACE_MS), HELLO_WITHIN_MS);
  };

  /** As long as a camera is open. */
  const ping = () => {
    isPinging = hosted.size > 0;
    if (!running || !isPinging) return;
    if (misses >= MISSES_ALLOWED) {
      isPinging = false;
      return lose();
    }
    misses += 1;
    running.postMessage({ type: 'ping' } satisfies ToTransportWorker);
    nativeTimeout(ping, PING_EVERY_MS);
  };

  const carryThere = (
    camera: MediaStreamTrack,
    { streams }: Transport,
    options: HostedOptions,
  ): RemoteCarrier | null => {
    if (state !== 'there' || !running || !streams) return null;
    try {
      const carrier = openRemoteCarrier({ running, camera, streams }, options);
      misses = 0;
      if (!isPinging) nativeTimeout(ping, PING_EVERY_MS);
      isPinging = true;
      return carrier;
    } catch {
      // A browser that cannot hand streams over.
      return null;
    }
  };

  return {
    prepare,
    carry(camera, transport, options) {
      const late = createLateCarrier();
      let remote: RemoteCarrier | null = null;
      let isClosed = false;
      const ours: Hosted = options;
      const choose = () => {
        if (isClosed) return;
        remote = carryThere(camera, transport, options);
        if (remote) hosted.add(ours);
        late.choose(remote ?? carryFrames(transport.openHere(), options));
      };
      if (transport.streams) prepare();
      if (transport.streams && state === 'starting') waiting.add(choose);
      else choose();
      return {
        ...late,
        get slot() {
          return late.slot;
        },
        close() {
          isClosed = true;
          hosted.each((other, drop) => {
            if (other === ours) drop();
          });
          remote?.release();
          transport.close();
        },
      };
    },
  };
}
