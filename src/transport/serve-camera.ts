/** The transport worker's end of one camera: its frames are carried here, by what the page's thread says (remote-carrier.ts). */

import { nativePort } from '../natives/native-port.ts';
import { type CarryOptions, carryFrames } from './carry-frames.ts';
import type { ShareDrawing } from './drawn-once.ts';
import type { FrameFlow, FrameStreams } from './frame-flow.ts';
import { createStreamSink, createStreamSource } from './frame-streams.ts';
import { loseFrame } from './lost-frames.ts';
import type { FromCarrier, ToCarrier } from './transport-protocol.ts';

/** The browser's own. */
const NativePromise = Promise;

export interface ServedCamera extends FrameStreams {
  readonly port: MessagePort;
  readonly awaitsTransform: boolean;
  /** With the document's other cameras that show the same. */
  readonly shareDrawing: ShareDrawing;
}

export function serveCamera({ port, readable, writable, awaitsTransform, shareDrawing }: ServedCamera): void {
  const toPage = nativePort(port);
  const tell = (message: FromCarrier, transferred?: Transferable[]) =>
    toPage.postMessage(message, transferred);
  let pipelines = 0;
  let isReleasing = false;
  /** The camera stopped while none of its frames was under way. */
  let wasReleased = false;
  let goOn: (() => void) | null = null;

  const onArrival = () => {
    if (!isReleasing) return undefined;
    isReleasing = false;
    wasReleased = true;
    tell({ type: 'frame-came' });
    return new NativePromise<void>((resolve) => {
      goOn = resolve;
    });
  };
  const flow = createStreamSource(readable, onArrival, () => tell({ type: 'dark' }));
  const source: FrameFlow = {
    ...flow,
    start: (onFrame, onEnd) =>
      flow.start(onFrame, () => {
        onEnd();
        carrier.endPipeline();
        if (!wasReleased) loseFrame();
        toPage.close();
      }),
  };
  const options: CarryOptions = {
    awaitsTransform,
    onResized: () => tell({ type: 'resized' }),
    onTransformSet: (isWorn) => tell({ type: 'transform', isWorn }),
    // What a transform rejects with may be what cannot be posted.
    onTransformLost: (reason) => tell({ type: 'transform-lost', pipeline: pipelines, reason: `${reason}` }),
    onEnd: () => tell({ type: 'ended' }),
  };
  const carrier = carryFrames({ source, sink: createStreamSink(writable) }, options, shareDrawing);

  const hear = (message: ToCarrier) => {
    if (message.type === 'fail-mode') carrier.setFailMode(message.failMode, message.wears);
    else if (message.type === 'next-output')
      carrier.onNextOutput((frame) => tell({ type: 'output', frame }, [frame]));
    else if (message.type === 'pipeline') {
      pipelines += 1;
      carrier.connectPipeline(message.port);
    } else if (message.type === 'end-pipeline') carrier.endPipeline();
    else if (message.type === 'release') isReleasing = true;
    else goOn?.();
  };
  toPage.onmessage = ({ data }: MessageEvent<ToCarrier>) => hear(data);
}
