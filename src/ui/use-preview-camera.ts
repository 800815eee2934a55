/**
 * The wearer's own camera in a component: opened by a click, wearing what is chosen, closed with the page.
 * Owns its state; the frame path itself is loaded when it is first wanted (preview/open-camera.ts).
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PreviewCamera } from '../preview/open-camera.ts';
import type { Wearing } from '../shared/pipeline-protocol.ts';
import type { ProblemCode } from '../shared/problem.ts';

export interface UsedPreviewCamera {
  readonly state: 'closed' | 'opening' | 'open';
  readonly stream: MediaStream | null;
  readonly problem: ProblemCode | null;
  open(): void;
  close(): void;
}

export function usePreviewCamera(wearing: Wearing | null): UsedPreviewCamera {
  const [state, setState] = useState<UsedPreviewCamera['state']>('closed');
  const [camera, setCamera] = useState<PreviewCamera | null>(null);
  const [problem, setProblem] = useState<ProblemCode | null>(null);
  const closing = useRef<AbortController | null>(null);
  const words = JSON.stringify(wearing);

  // The words, because what is read from the storage is a new object each time.
  useEffect(() => {
    camera?.wear(JSON.parse(words) as Wearing | null);
  }, [camera, words]);

  const close = (): void => {
    closing.current?.abort();
    closing.current = null;
    setCamera(null);
    setState('closed');
  };
  useEffect(() => () => closing.current?.abort(), []);

  const open = async (): Promise<void> => {
    if (closing.current !== null) return;
    const opening = new AbortController();
    closing.current = opening;
    setProblem(null);
    setState('opening');
    try {
      const [{ openCamera }, { extensionHost }] = await Promise.all([
        import('../preview/open-camera.ts'),
        import('../preview/extension-host.ts'),
      ]);
      const opened = await openCamera({
        host: extensionHost,
        onProblem: setProblem,
        onClosed: () => closing.current === opening && close(),
        signal: opening.signal,
      });
      setCamera(opened);
      setState('open');
    } catch (error) {
      if (closing.current !== opening) return;
      close();
      const { problemOfCameraError } = await import('../preview/open-camera.ts');
      setProblem(problemOfCameraError(error));
    }
  };

  return { state, stream: camera?.stream ?? null, problem, open: () => void open(), close };
}
