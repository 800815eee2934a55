/** Why one's own camera is not seen in the popup. A refusal says how it is undone: a popup has no address bar to do it in. */
import type { ProblemCode } from '../shared/problem.ts';
import { problemSentence } from '../shared/problem-text.ts';
import { text } from '../shared/text.ts';
import { openCameraSettings } from './see-yourself.ts';

export function OwnProblem({ problem }: { readonly problem: ProblemCode }) {
  if (problem !== 'camera-denied') {
    return (
      <p class="notice" role="alert">
        {problemSentence(problem)}
      </p>
    );
  }
  return (
    <div class="notice notice-row" role="alert">
      <span>{text('ownCameraDenied')}</span>
      <button type="button" class="strong-button" onClick={() => void openCameraSettings()}>
        {text('openCameraSettings')}
      </button>
    </div>
  );
}
