/** The page's end of a camera whose frames are carried in the transport's worker (serve-camera.ts). The camera's track stays here. */

import { closeFrame } from '../natives/native-frames.ts';
import { listenTo, openChannel, postTo } from '../natives/native-port.ts';
import { deviceOf } from '../natives/native-track.ts';
import type { NativeWorkerHandle } from '../natives/native-worker.ts';
import type { CarryOptions, FrameCarrier } from './carry-frames.ts';
import type { FrameStreams } from './frame-flow.ts';
import { collectLostFrames } from './lost-frames.ts';
import { frameCame } from './release-camera.ts';
import type { FromCarrier, ToCarrier, ToTransportWorker } from './transport-protocol.ts';

export interface RemoteCarrier extends FrameCarrier {
  /** The camera is about to be stopped (release-camera.ts). */
  release(): void;
}

export interface RemoteOptions {
  readonly running: NativeWorkerHandle;
  readonly camera: MediaStreamTrack;
  readonly streams: FrameStreams;
}

export function openRemoteCarrier(
  { running, camera, streams }: RemoteOptions,
  { awaitsTransform, onResized, onTransformSet, onTransformLost, onEnd }: CarryOptions,
): RemoteCarrier {
  const { first: port, second } = openChannel();
  const { readable, writable } = streams;
  let pipelines = 0;
  let nextOutput: ((frame: VideoFrame) => void) | null = null;
  const tell = (message: ToCarrier, transferred?: Transferable[]) => postTo(port, message, transferred);

  listenTo<FromCarrier>(port, (message) => {
    if (message.type === 'resized') onResized();
    else if (message.type === 'transform') onTransformSet(message.isWorn);
    else if (message.type === 'transform-lost') {
      // The one that was lost may have a successor by now.
      if (message.pipeline === pipelines) onTransformLost(message.reason);
    } else if (message.type === 'ended') onEnd();
    else if (message.type === 'dark') collectLostFrames();
    else if (message.type === 'frame-came') {
      frameCame(camera);
      tell({ type: 'released' });
    } else {
      const use = nextOutput;
      nextOutput = null;
      if (use) use(message.frame);
      else closeFrame(message.frame);
    }
  });
  const device = deviceOf(camera);
  const opening: ToTransportWorker = {
    type: 'open',
    port: second,
    readable,
    writable,
    awaitsTransform,
    device,
  };
  running.postMessage(opening, [
    second,
    readable as unknown as Transferable,
    writable as unknown as Transferable,
  ]);

  return {
    slot: null,
    setFailMode: (failMode, wears) => tell({ type: 'fail-mode', failMode, wears }),
    onNextOutput(use) {
      nextOutput = use;
      tell({ type: 'next-output' });
    },
    connectPipeline(pipeline) {
      pipelines += 1;
      tell({ type: 'pipeline', port: pipeline }, [pipeline]);
    },
    endPipeline: () => tell({ type: 'end-pipeline' }),
    release: () => tell({ type: 'release' }),
  };
}
