/**
 * Two RTCPeerConnections of one page, joined over the loopback, sending one video track at full size from the start.
 * A codec that is still guessing its bandwidth would show the far end's picture small and soft.
 */
export interface Peers {
  readonly caller: RTCPeerConnection;
  readonly callee: RTCPeerConnection;
  readonly sender: RTCRtpSender;
  readonly receiver: RTCRtpReceiver;
}

const BITRATE_KBPS = 6000;

/** Resolves when both ends are connected. */
export async function connectPeers(stream: MediaStream, track: MediaStreamTrack): Promise<Peers> {
  const caller = new RTCPeerConnection();
  const callee = new RTCPeerConnection();
  caller.addEventListener(
    'icecandidate',
    ({ candidate }) => void callee.addIceCandidate(candidate ?? undefined),
  );
  callee.addEventListener(
    'icecandidate',
    ({ candidate }) => void caller.addIceCandidate(candidate ?? undefined),
  );
  const received = new Promise<RTCRtpReceiver>((resolve) => {
    callee.addEventListener('track', ({ receiver }) => resolve(receiver));
  });
  const connected = new Promise<void>((resolve) => {
    caller.addEventListener('connectionstatechange', () => {
      if (caller.connectionState === 'connected') resolve();
    });
  });

  const sender = caller.addTrack(track, stream);
  await caller.setLocalDescription();
  await callee.setRemoteDescription(caller.localDescription as RTCSessionDescription);
  const answer = await callee.createAnswer();
  await callee.setLocalDescription(answer);
  await caller.setRemoteDescription({ type: 'answer', sdp: withBitrate(answer.sdp ?? '') });

  const parameters = sender.getParameters();
  parameters.degradationPreference = 'maintain-resolution';
  for (const encoding of parameters.encodings) encoding.maxBitrate = BITRATE_KBPS * 1000;
  await sender.setParameters(parameters);
  await connected;
  return { caller, callee, sender, receiver: await received };
}

/** Tells the sender that the far end takes so much, so that it starts there instead of at 300 kbit/s. */
function withBitrate(sdp: string): string {
  return sdp.replace(
    /a=rtpmap:(\d+) VP8\/90000\r\n/,
    (line, payload: string) =>
      `${line}a=fmtp:${payload} x-google-start-bitrate=${BITRATE_KBPS};x-google-min-bitrate=${BITRATE_KBPS / 2}\r\n`,
  );
}
