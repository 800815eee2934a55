/** Two ports of one channel on this thread: messages go over in later turns, as they are, so that frames of tests can. */
import type { NativePort } from '../../src/natives/native-port.ts';

export type FakePort = NativePort & MessagePort;

export function createPorts(): readonly [FakePort, FakePort] {
  let isOpen = true;
  const make = (other: () => NativePort) =>
    ({
      onmessage: null,
      postMessage(data: unknown) {
        setImmediate(() => isOpen && other().onmessage?.call(null as never, { data } as MessageEvent));
      },
      close() {
        isOpen = false;
      },
    }) as unknown as FakePort;
  const first: FakePort = make(() => second);
  const second: FakePort = make(() => first);
  return [first, second];
}
