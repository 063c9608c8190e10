//! Where something that floats stands: beside what it belongs to, within the window.
//!
//! The stylesheet keeps it within the window; here only the place to begin with is set, as custom properties.

use web_sys::{Element, HtmlElement};

use crate::editor::TextControl;

/// The room between something that floats and what it belongs to, in CSS pixels.
const GAP: f64 = 4.0;

/// Puts an element of `height` CSS pixels below another one, or above it where there is more room. Its right edge
/// stands below the other's: what opens it stands at the right end of its field.
pub(super) fn beside(floating: &HtmlElement, anchor: &Element) {
    let around = anchor.get_bounding_client_rect();
    let own = floating.get_bounding_client_rect();
    set(floating, "--hae-float-x", &px(around.right() - own.width()));
    set(
        floating,
        "--hae-float-y",
        &px(below_or_above(around.top(), around.bottom(), own.height())),
    );
}

/// Puts an element below the place in a text field that is `offset` bytes into what the field shows, or above it where
/// there is more room. Columns and lines are counted in `ch` and `lh`, so the element must have the field's font.
pub(super) fn at_text(floating: &HtmlElement, control: &TextControl, shown: &str, offset: usize) {
    let before = shown.get(..offset).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let column = before.get(line_start..).unwrap_or_default().chars().count();
    let (element, bottom): (&Element, String) = match control {
        TextControl::Input(input) => (input, px(input.get_bounding_client_rect().bottom() + GAP)),
        TextControl::Area(area) => {
            let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
            let top =
                area.get_bounding_client_rect().top() + f64::from(PADDING_TOP - area.scroll_top());
            (area, calc(top, line, "lh"))
        }
    };
    let left =
        element.get_bounding_client_rect().left() + f64::from(PADDING_LEFT - element.scroll_left());
    set(floating, "--hae-float-x", &calc(left, column, "ch"));
    set(floating, "--hae-float-y", &bottom);
    let own = floating.get_bounding_client_rect();
    let above = own.top() - 2.0 * GAP - LINE - own.height();
    if own.bottom() > window_height() && above > 0.0 {
        set(floating, "--hae-float-y", &px(above));
    }
}

/// The room between a field's edge and its text, as the stylesheet has it.
const PADDING_LEFT: i32 = 10;
const PADDING_TOP: i32 = 8;
/// The height of a line, roughly.
const LINE: f64 = 24.0;

fn below_or_above(top: f64, bottom: f64, height: f64) -> f64 {
    let fits_below = bottom + GAP + height <= window_height();
    if fits_below || top < window_height() - bottom {
        bottom + GAP
    } else {
        top - GAP - height
    }
}

fn window_height() -> f64 {
    web_sys::window()
        .and_then(|window| window.inner_height().ok())
        .and_then(|height| height.as_f64())
        .unwrap_or(f64::INFINITY)
}

fn calc(start: f64, count: usize, unit: &str) -> String {
    ["calc(", &px(start), " + ", &count.to_string(), unit, ")"].concat()
}

#[expect(clippy::cast_possible_truncation, reason = "a place on a screen")]
fn px(length: f64) -> String {
    let mut text = (length.round() as i32).to_string();
    text.push_str("px");
    text
}

fn set(element: &HtmlElement, property: &str, value: &str) {
    let _ = element.style().set_property(property, value);
}
