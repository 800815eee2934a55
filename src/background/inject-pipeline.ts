/**
 * Puts the injected program into the MAIN world of the document that asks for it; executeScript passes the page's CSP.
 * Owns who may ask: a content script of ours, for its own frame alone.
 */
import { PIPELINE_ARRIVED } from '../shared/pipeline-protocol.ts';
import type { Sender } from './answer-calls.ts';
import { pipelineFile } from './pipeline-file.ts';

/** Rejects when the sender is no frame of a web page, or with the browser's reason for refusing the injection. */
export async function injectPipeline(sender: Sender): Promise<void> {
  const target = targetOf(sender);
  const [looked] = await chrome.scripting.executeScript({
    target,
    world: 'MAIN',
    func: isNameFree,
    injectImmediately: true,
  });
  if (looked?.result !== true)
    throw new Error('injectPipeline expects the name of the injected program to be free');
  const [injected] = await chrome.scripting.executeScript({
    target,
    world: 'MAIN',
    files: [pipelineFile],
    injectImmediately: true,
  });
  // A page that stands in the script's way makes it throw, of which the browser says nothing.
  if (injected?.result !== PIPELINE_ARRIVED) {
    throw new Error(`injectPipeline expects the script to run to its end, got ${String(injected?.result)}`);
  }
}

function targetOf(sender: Sender): chrome.scripting.InjectionTarget {
  const tabId = sender.tab?.id;
  if (tabId === undefined || sender.frameId === undefined) {
    throw new Error('injectPipeline expects to be called by a frame of a tab');
  }
  if (sender.url?.startsWith(chrome.runtime.getURL(''))) {
    throw new Error(`injectPipeline expects to be called by a web page's frame, not by ${sender.url}`);
  }
  // The document, where the browser names it: a frame may have gone elsewhere since it asked.
  return sender.documentId === undefined
    ? { tabId, frameIds: [sender.frameId] }
    : { tabId, documentIds: [sender.documentId] };
}

/** Runs in the page: where something has taken the program's name, its script would fail loudly. */
function isNameFree(): boolean {
  try {
    return typeof filtroumePipeline === 'undefined';
  } catch {
    return false;
  }
}
