/**
 * The wearer's own camera in a component: opened by a click, wearing what is chosen, closed with the page.
 * Owns its state; the frame path itself is loaded when it is first wanted (preview/open-camera.ts).
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { findDeclarations } from '../filters/library/filter-source.ts';
import type { PreviewCamera } from '../preview/open-camera.ts';
import type { ChosenLook } from '../shared/choice.ts';
import { declareLook } from '../shared/declared-look.ts';
import type { ProblemCode } from '../shared/problem.ts';

export interface UsedPreviewCamera {
  readonly state: 'closed' | 'opening' | 'open';
  readonly stream: MediaStream | null;
  readonly problem: ProblemCode | null;
  open(): void;
  close(): void;
}

export function usePreviewCamera(look: ChosenLook | null): UsedPreviewCamera {
  const [state, setState] = useState<UsedPreviewCamera['state']>('closed');
  const [camera, setCamera] = useState<PreviewCamera | null>(null);
  const [problem, setProblem] = useState<ProblemCode | null>(null);
  /** A chosen filter is unknown; what else is chosen is worn all the same. */
  const [lacksSome, setLacksSome] = useState(false);
  const closing = useRef<AbortController | null>(null);
  const words = JSON.stringify(look);

  // The words, because what is read from the storage is a new object each time.
  useEffect(() => {
    if (camera === null) return;
    let isNewest = true;
    const wear = async () => {
      const chosen = JSON.parse(words) as ChosenLook | null;
      const declared = chosen && (await declareLook(chosen, findDeclarations));
      if (!isNewest) return;
      setLacksSome(declared?.lacksSome ?? false);
      camera.wear(declared?.wearing ?? null);
    };
    wear().catch(() => isNewest && setProblem('renderer-refused'));
    return () => {
      isNewest = false;
    };
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

  const shown = problem ?? (camera && lacksSome ? 'filter-unknown' : null);
  return { state, stream: camera?.stream ?? null, problem: shown, open: () => void open(), close };
}
