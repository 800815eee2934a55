/** A call's page whose thread is at work, as functions that run in it by themselves: their texts are what travel. */

/** What was encoded, and what the far end saw of it, up to now. */
export interface Encoded {
  readonly frames: number;
  readonly atMs: number;
  /** By the far end's own count: a picture that stands for three times as long as usual, and 150 ms at least longer. */
  readonly freezes: number;
  readonly frozenMs: number;
}

export async function readEncoded(): Promise<Encoded> {
  let [frames, atMs, freezes, frozenMs] = [0, 0, 0, 0];
  (await call.sender.getStats()).forEach((report: RTCOutboundRtpStreamStats) => {
    if (report.type !== 'outbound-rtp') return;
    [frames, atMs] = [report.framesEncoded ?? 0, report.timestamp];
  });
  type Received = RTCStats & { readonly freezeCount?: number; readonly totalFreezesDuration?: number };
  (await call.receiver.getStats()).forEach((report: Received) => {
    if (report.type !== 'inbound-rtp') return;
    [freezes, frozenMs] = [report.freezeCount ?? 0, 1000 * (report.totalFreezesDuration ?? 0)];
  });
  return { frames, atMs, freezes, frozenMs };
}

/** Keeps the thread at work for a part of each period. */
export async function workInPeriods(workMs: number, periodMs: number, periods: number): Promise<void> {
  for (let period = 0; period < periods; period += 1) {
    const endMs = performance.now() + workMs;
    while (performance.now() < endMs);
    await new Promise((resolve) => setTimeout(resolve, periodMs - workMs));
  }
}
