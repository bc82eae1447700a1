//! Watching HiGHS at work. The `highs` crate has no door for this, so this file goes through the C interface: the
//! only unsafe code there is.
#![allow(unsafe_code)]

use std::os::raw::{c_char, c_int, c_void};

use highs::Model;
use highs_sys::{
    Highs_setCallback, Highs_startCallback, HighsCallbackDataIn, HighsCallbackDataOut,
    kHighsCallbackMipLogging,
};

/// Hears, now and then, the best value found so far (if any) and the bound that none can beat.
pub(super) struct Watch<'w> {
    listener: &'w mut dyn FnMut(Option<f64>, Option<f64>),
}

impl<'w> Watch<'w> {
    pub(super) fn new(listener: &'w mut dyn FnMut(Option<f64>, Option<f64>)) -> Self {
        Self { listener }
    }

    /// Lets the watch hear of a model's solve. The watch must outlive that solve.
    pub(super) fn attach(&mut self, model: &mut Model) {
        let highs = model.as_mut_ptr();
        // SAFETY: `highs` is a live HiGHS instance, borrowed for the two calls. HiGHS hands the pointer to the watch
        // back to `heard` while it solves, and the caller keeps the watch in place for as long.
        unsafe {
            Highs_setCallback(highs, Some(heard), std::ptr::from_mut(self).cast());
            Highs_startCallback(highs, kHighsCallbackMipLogging);
        }
    }
}

/// What HiGHS calls on each line that it would log.
unsafe extern "C" fn heard(
    kind: c_int,
    _message: *const c_char,
    out: *const HighsCallbackDataOut,
    _answer: *mut HighsCallbackDataIn,
    watch: *mut c_void,
) {
    if kind != kHighsCallbackMipLogging {
        return;
    }
    // SAFETY: HiGHS passes its own data, valid for this call, and the pointer that `attach` gave it, which nobody
    // else uses while it solves. A null pointer is left alone.
    let (Some(out), Some(watch)) = (unsafe { out.as_ref() }, unsafe {
        watch.cast::<Watch>().as_mut()
    }) else {
        return;
    };
    let finite = |value: f64| value.is_finite().then_some(value);
    (watch.listener)(finite(out.mip_primal_bound), finite(out.mip_dual_bound));
}
