//! Watching HiGHS at work. The `highs` crate has no door for this, so this file goes through the C interface: the
//! only unsafe code there is.
#![allow(unsafe_code)]

use std::ffi::CStr;
use std::os::raw::{c_char, c_int, c_void};

use highs::{Model, SolvedModel};
use highs_sys::{
    Highs_setCallback, Highs_startCallback, Highs_stopCallback, HighsCallbackDataIn,
    HighsCallbackDataOut, kHighsCallbackLogging, kHighsCallbackMipLogging,
};

/// `HighsLogType::kError`, which the C interface passes on without a name.
const ERROR: c_int = 5;

/// Hears, now and then, the best value found so far (if any) and the bound that none can beat; and what HiGHS complains of.
pub(super) struct Watch<'w> {
    listener: &'w mut dyn FnMut(Option<f64>, Option<f64>),
    /// The last line that HiGHS logged as an error.
    complaint: Option<String>,
}

impl<'w> Watch<'w> {
    pub(super) fn new(listener: &'w mut dyn FnMut(Option<f64>, Option<f64>)) -> Self {
        Self {
            listener,
            complaint: None,
        }
    }

    /// Lets the watch hear of a model's solve. It must stay in place until [`Watch::detach`], or until the model is gone.
    pub(super) fn attach(&mut self, model: &mut Model) {
        self.complaint = None;
        let highs = model.as_mut_ptr();
        // SAFETY: `highs` is a live HiGHS instance, borrowed for the three calls. HiGHS hands the pointer to the watch
        // back to `heard` until it is stopped, and the caller keeps the watch in place for as long.
        unsafe {
            Highs_setCallback(highs, Some(heard), std::ptr::from_mut(self).cast());
            Highs_startCallback(highs, kHighsCallbackMipLogging);
            Highs_startCallback(highs, kHighsCallbackLogging);
        }
    }

    /// Lets a solved model, which may outlive the watch, call it no more.
    pub(super) fn detach(&self, solved: &mut SolvedModel) {
        let highs = solved.as_mut_ptr();
        // SAFETY: `highs` is a live HiGHS instance, borrowed for the two calls.
        unsafe {
            Highs_stopCallback(highs, kHighsCallbackMipLogging);
            Highs_stopCallback(highs, kHighsCallbackLogging);
        }
    }

    /// What happened, with the words of HiGHS itself if it had any.
    pub(super) fn complaint(&self, what: &str) -> String {
        match &self.complaint {
            Some(words) => format!("{what} ({words})"),
            None => what.to_owned(),
        }
    }
}

/// What HiGHS calls on each line that it would log, and now and then with its bounds.
unsafe extern "C" fn heard(
    kind: c_int,
    message: *const c_char,
    out: *const HighsCallbackDataOut,
    _answer: *mut HighsCallbackDataIn,
    watch: *mut c_void,
) {
    // SAFETY: HiGHS passes its own data, valid for this call, and the pointer that `attach` gave it, which nobody
    // else uses while it solves. A null pointer is left alone.
    let (Some(out), Some(watch)) = (unsafe { out.as_ref() }, unsafe {
        watch.cast::<Watch>().as_mut()
    }) else {
        return;
    };
    if kind == kHighsCallbackMipLogging {
        let finite = |value: f64| value.is_finite().then_some(value);
        (watch.listener)(finite(out.mip_primal_bound), finite(out.mip_dual_bound));
    }
    if kind == kHighsCallbackLogging && out.log_type == ERROR && !message.is_null() {
        // SAFETY: it is not null, and HiGHS ends its messages with a nought.
        let words = unsafe { CStr::from_ptr(message) }.to_string_lossy();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        watch.complaint = Some(words.trim_end_matches('.').to_owned());
    }
}
