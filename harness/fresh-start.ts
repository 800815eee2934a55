/**
 * Before each file of unit tests: no module has been run, no global is another's. Files share a process, which saves half
 * of their time; this is what they must not share. (Mocks of modules Vitest keeps by file.)
 */
import { vi } from 'vitest';

vi.unstubAllGlobals();
vi.resetModules();
