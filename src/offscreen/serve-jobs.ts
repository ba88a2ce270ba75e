import { type Browser, browser } from '../core/browser/browser.ts';
import { errorDataOf } from '../core/errors/app-error.ts';
import { logFault } from '../core/log.ts';
import {
  type DocumentJobs,
  type FromJob,
  type JobName,
  type JobWork,
  jobPort,
  type ToJob,
} from '../core/protocol/document-work.ts';
import type { ToOffscreen } from '../core/protocol/protocol.ts';
import { sendToBackground } from '../core/protocol/send-to-background.ts';

/** A port that was announced comes at once, on a busy machine too; one whose background ended meanwhile never does. Milliseconds. */
const COMES_WITHIN_MS = 60_000;

/** Whether a job goes on while no background follows it. The next takes it up, and is started for it when it has ended. */
const OUTLIVES: Readonly<Record<JobName, boolean>> = {
  upload: true,
  rasterise: false,
  frameThatShows: false,
  convertVideo: false,
  cutVideo: false,
};

/** One job, whose end is kept until somebody is told of it. */
interface Job<Name extends JobName> {
  readonly controller: AbortController;
  readonly followers: Set<(message: FromJob<Name>) => void>;
  last: FromJob<Name>;
}

/** Does jobs for the background. Gives what to do when it announces the port of one, by name: true where that is taken. */
export function serveJobs(work: JobWork) {
  const servers = [
    serverOf('upload', work.upload),
    serverOf('rasterise', work.rasterise),
    serverOf('frameThatShows', work.frameThatShows),
    serverOf('convertVideo', work.convertVideo),
    serverOf('cutVideo', work.cutVideo),
  ];
  const expected = new Map<string, () => void>();

  return ({ name }: ToOffscreen['expectPort']['request']): boolean => {
    const server = servers.find(({ prefix }) => name.startsWith(prefix));
    if (!server) return false;
    const accept = (port: Browser.runtime.Port) => {
      // The background alone is heard: pages, and the panels in them, have a tab.
      if (port.name !== name || port.sender?.id !== browser.runtime.id || port.sender.tab) return;
      stop();
      server.serve(port);
    };
    expected.get(name)?.(); // Of a background that ended before it opened it.
    expected.set(name, stop);
    const timer = setTimeout(stop, COMES_WITHIN_MS);
    browser.runtime.onConnect.addListener(accept);
    return true;

    function stop(): void {
      clearTimeout(timer);
      expected.delete(name);
      browser.runtime.onConnect.removeListener(accept);
    }
  };
}

/** Serves the ports of all jobs of one name. */
function serverOf<Name extends JobName>(name: Name, work: JobWork[Name]) {
  const jobs = new Map<string, Job<Name>>();

  function begin(id: string, order: DocumentJobs[Name]['order']): Job<Name> {
    const controller = new AbortController();
    const job: Job<Name> = { controller, followers: new Set(), last: { type: 'progress', fraction: 0 } };
    jobs.set(id, job);
    const tell = (message: FromJob<Name>) => {
      job.last = message;
      for (const follower of job.followers) follower(message);
    };
    const end = (message: FromJob<Name>) => {
      tell(message);
      if (job.followers.size > 0) jobs.delete(id);
      else if (!controller.signal.aborted) void sendToBackground('uploadEnded', {});
    };
    const onProgress = (fraction: number) => tell({ type: 'progress', fraction });
    work(order, { signal: controller.signal, onProgress }).then(
      (result) => end({ type: 'done', result }),
      (error: unknown) => {
        if (controller.signal.aborted) return; // Nobody waits for it any more.
        logFault(error);
        end({ type: 'failed', error: errorDataOf(error) });
      },
    );
    return job;
  }

  function follow(id: string, job: Job<Name> | undefined, port: Browser.runtime.Port): void {
    const tell = (message: FromJob<Name>) => port.postMessage(message);
    if (!job) {
      tell({ type: 'unknown' });
      return;
    }
    job.followers.add(tell);
    port.onDisconnect.addListener(() => {
      job.followers.delete(tell);
      if (!OUTLIVES[name]) stop(id);
    });
    tell(job.last);
    if (job.last.type !== 'progress') jobs.delete(id);
  }

  function stop(id: string): void {
    jobs.get(id)?.controller.abort();
    jobs.delete(id);
  }

  return {
    prefix: jobPort(name, ''),
    serve(port: Browser.runtime.Port): void {
      const id = port.name.slice(jobPort(name, '').length);
      port.onMessage.addListener((message: ToJob<Name>) => {
        if (message.type === 'stop') stop(id);
        else follow(id, message.type === 'begin' ? begin(id, message.order) : jobs.get(id), port);
      });
    },
  };
}
