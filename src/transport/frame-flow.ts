/** What a transport gives: where a camera's frames come from, where frames go to, and the track that is made of those. */

export interface FrameFlow {
  /** Gives every frame from now on, and says once when there will be no more. Called once. Whoever is given a frame closes it. */
  start(onFrame: (frame: VideoFrame) => void, onEnd: () => void): void;
}

export interface FrameSource extends FrameFlow {
  /** Polls for a new frame; only sources without a clock of their own need it. */
  tick(): void;
  /** Closes the camera, now or soon. Frames that come until then are given as before. */
  close(): void;
}

export interface FrameSink {
  /** Takes the frame over and closes it. Rejects once nobody holds a live clone of the track: the camera is no longer wanted. */
  write(frame: VideoFrame): Promise<void>;
  /** Ends the track, and with it its clones, as an unplugged camera's would. */
  end(): unknown;
}

export interface MadeTrack {
  readonly track: MediaStreamTrack;
  readonly sink: FrameSink;
}

export interface Transport extends MadeTrack {
  readonly source: FrameSource;
}
