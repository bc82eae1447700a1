//! Watching HiGHS at work, and stopping it. The `highs` crate has no door for this, so this file goes through the C interface: the
//! only unsafe code there is.
#![allow(unsafe_code, reason = "the `highs` crate has no door for this")]

use std::any::Any;
use std::ffi::CStr;
use std::os::raw::{c_char, c_int, c_void};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use highs::{Model, SolvedModel};
use highs_sys::{
    Highs_setCallback, Highs_startCallback, Highs_stopCallback, HighsCallbackDataIn,
    HighsCallbackDataOut, kHighsCallbackLogging, kHighsCallbackMipInterrupt,
    kHighsCallbackMipLogging, kHighsCallbackSimplexInterrupt,
};

use crate::optimise::stop::Stop;

/// `HighsLogType::kError`, which the C interface passes on without a name.
const ERROR: c_int = 5;

/// On which occasions HiGHS asks whether to go on.
const INTERRUPTS: [c_int; 2] = [kHighsCallbackMipInterrupt, kHighsCallbackSimplexInterrupt];

/// Whoever hears, now and then, the best value found so far (if any) and the bound that none can beat.
pub(super) type BoundListener<'w> = &'w mut dyn FnMut(Option<f64>, Option<f64>);

/// Hears how far HiGHS is and what it complains of, and interrupts it where the search is stopped.
pub(super) struct Watch<'w> {
    listener: BoundListener<'w>,
    stop: Option<&'w Stop>,
    /// The last line that HiGHS logged as an error.
    complaint: Option<String>,
    /// The panic of the listener, which must not go through C++.
    panic: Option<Box<dyn Any + Send>>,
}

impl<'w> Watch<'w> {
    pub(super) fn new(listener: BoundListener<'w>, stop: Option<&'w Stop>) -> Self {
        Self {
            listener,
            stop,
            complaint: None,
            panic: None,
        }
    }

    /// The occasions on which HiGHS is to call.
    fn occasions(&self) -> impl Iterator<Item = c_int> {
        // To be asked whether to go on takes time, if little: only where somebody may say no.
        let interrupts = INTERRUPTS.into_iter().filter(|_| self.stop.is_some());
        [kHighsCallbackMipLogging, kHighsCallbackLogging]
            .into_iter()
            .chain(interrupts)
    }

    /// Lets the watch hear of a model's solve. It must stay in place until [`Watch::detach`], or until the model is gone.
    pub(super) fn attach(&mut self, model: &mut Model) {
        self.complaint = None;
        let highs = model.as_mut_ptr();
        // SAFETY: `highs` is a live HiGHS instance, borrowed for the calls. HiGHS hands the pointer to the watch back to
        // `heard` until it is stopped, and the caller keeps the watch in place for as long.
        unsafe {
            Highs_setCallback(highs, Some(heard), std::ptr::from_mut(self).cast());
            for occasion in self.occasions() {
                Highs_startCallback(highs, occasion);
            }
        }
    }

    /// Lets a solved model, which may outlive the watch, call it no more.
    pub(super) fn detach(&self, solved: &mut SolvedModel) {
        let highs = solved.as_mut_ptr();
        for occasion in self.occasions() {
            // SAFETY: `highs` is a live HiGHS instance, borrowed for the call.
            unsafe { Highs_stopCallback(highs, occasion) };
        }
    }

    /// Goes on with the panic of the listener, if it had one.
    pub(super) fn let_panic(&mut self) {
        if let Some(panic) = self.panic.take() {
            resume_unwind(panic);
        }
    }

    /// What happened, with the words of HiGHS itself if it had any.
    pub(super) fn complaint(&self, what: &str) -> String {
        match &self.complaint {
            Some(words) => format!("{what} ({words})"),
            None => what.to_owned(),
        }
    }

    /// Passes on how far HiGHS is, but nothing after a panic.
    fn tell(&mut self, best: f64, bound: f64) {
        let finite = |value: f64| value.is_finite().then_some(value);
        let tell = || (self.listener)(finite(best), finite(bound));
        if self.panic.is_none() {
            self.panic = catch_unwind(AssertUnwindSafe(tell)).err();
        }
    }
}

/// What HiGHS calls on each line that it would log, now and then with its bounds, and to ask whether to go on.
unsafe extern "C" fn heard(
    kind: c_int,
    message: *const c_char,
    out: *const HighsCallbackDataOut,
    answer: *mut HighsCallbackDataIn,
    watch: *mut c_void,
) {
    // SAFETY: HiGHS passes its own data, valid for this call, and the pointer that `attach` gave it, which nobody
    // else uses while it solves. A null pointer is left alone.
    let (Some(out), Some(watch)) = (unsafe { out.as_ref() }, unsafe {
        watch.cast::<Watch>().as_mut()
    }) else {
        return;
    };
    match kind {
        kind if kind == kHighsCallbackMipLogging => {
            watch.tell(out.mip_primal_bound, out.mip_dual_bound);
        }
        kind if INTERRUPTS.contains(&kind) => {
            // SAFETY: as above; here HiGHS waits for an answer.
            if let Some(answer) = unsafe { answer.as_mut() } {
                let is_stopped = watch.stop.is_some_and(Stop::is_stopped);
                answer.user_interrupt = c_int::from(is_stopped);
            }
        }
        kind if kind == kHighsCallbackLogging && out.log_type == ERROR && !message.is_null() => {
            // SAFETY: it is not null, and HiGHS ends its messages with a nought.
            let words = unsafe { CStr::from_ptr(message) }.to_string_lossy();
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            watch.complaint = Some(words.trim_end_matches('.').to_owned());
        }
        _ => {}
    }
}
