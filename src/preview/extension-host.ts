/**
 * What a preview has to work with in a page of the extension: the engine's own page in an iframe, and the program that calls'
 * pages get, loaded by a script tag, so that what is shown is what a call would see. Owns nothing of the camera.
 */

import { createIframeEngine } from '../engine/client/iframe-engine.ts';
import { createMeetingPoint } from '../injected/meeting-point.ts';
import builtProgram from '../injected/pipeline.iife.ts?script';
import type { PreviewHost } from './open-camera.ts';

const meetingPoint = createMeetingPoint();
let programLoaded: Promise<void> | null = null;
let lastCameraId = 0;

export const extensionHost: PreviewHost = {
  connectEngine(signal) {
    const engine = createIframeEngine();
    signal.addEventListener('abort', engine.dispose);
    return engine.connect();
  },
  async loadPipeline() {
    programLoaded ??= loadProgram();
    await programLoaded;
    return (options) => {
      lastCameraId += 1;
      const cameraId = lastCameraId;
      if (!meetingPoint.attach(cameraId, options)) throw new Error('expected a pipeline, got none');
      return { onTransformLost: (reason) => meetingPoint.onTransformLost(cameraId, reason) };
    };
  },
};

/** Runs the injected program's script, once a page; its constant is what the meeting point reads. */
function loadProgram(): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = chrome.runtime.getURL(builtProgram.replace(/^\//, ''));
    script.onload = () => {
      script.remove();
      resolve();
    };
    script.onerror = () => reject(new Error(`expected ${script.src} to load, and it did not`));
    document.head.append(script);
  });
}
