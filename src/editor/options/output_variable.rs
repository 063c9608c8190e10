//! The variable that receives the output: one of the automation's, or a new one.

use crate::reactive::*;
use http_action::edit::{Edit, Field};
use http_action::json::Json;
use http_action::scope::Variable;

use super::super::caption::Caption;
use super::super::combo_box::{ComboBox, List, Offer, Typed, combo_box, fitting};
use super::super::state::EditorState;
use crate::embedding::Cancelable;
use crate::texts::Key;
use crate::view::{IntoView, fragment};

/// Shows the choice of the variable.
pub(super) fn output_variable(state: EditorState) -> impl IntoView {
    let text = state.field_text(Field::OutputVariable);
    let open = RwSignal::new(List::Closed);
    let offers = Memo::new(move |_| match open.get() {
        List::Closed => Vec::new(),
        List::All => offers(state, &text.get(), ""),
        List::Fitting => text.with(|text| offers(state, text, text)),
    });
    // The name of which the host need not be told: the one that stood there, or was told.
    let settled = StoredValue::new(text.get_untracked());
    let choose = move |name: String| {
        state.apply(Edit::OutputVariable(Some(name)));
        settle(state, settled);
    };
    let options = ComboBox {
        key: StoredValue::new("output-variable".to_owned()),
        caption: Caption::new(Key::OutputVariable),
        placeholder: Key::Select,
        typed: Typed::Field(Field::OutputVariable),
        several: false,
        offers,
        open,
        choose: Callback::new(choose),
        commit: Callback::new(move |()| settle(state, settled)),
        clear: Some((
            Signal::derive(move || text.with(|text| !text.is_empty())),
            Callback::new(move |()| state.apply(Edit::OutputVariable(None))),
        )),
    };
    combo_box(state, options, fragment())
}

fn offers(state: EditorState, text: &str, query: &str) -> Vec<Offer> {
    let all: Vec<Offer> = state.scope.with(|scope| {
        let variables = scope.variables.iter();
        variables
            .map(|variable| Offer {
                value: variable.name.clone(),
                shown: variable.name.clone(),
                chosen: variable.name == text,
            })
            .collect()
    });
    let mut offers = fitting(&all, query);
    if is_new(state, query) {
        offers.push(Offer {
            value: query.to_owned(),
            shown: state.text_with(Key::VariableCreate, &[("name", query)]),
            chosen: false,
        });
    }
    offers
}

/// Whether a variable of that name could be created.
fn is_new(state: EditorState, name: &str) -> bool {
    !name.is_empty()
        && Variable::is_name(name)
        && state.profile.with(|profile| profile.create_variables)
        && state
            .scope
            .with(|scope| scope.variables.iter().all(|variable| variable.name != name))
}

/// The choice is made: asks the host for the variable where there is none of that name. Unless the host forbids it, the
/// variable is in scope from now on.
fn settle(state: EditorState, settled: StoredValue<String>) {
    let name = state.untracked_text(Field::OutputVariable);
    if settled.with_value(|settled| *settled == name) {
        return;
    }
    settled.set_value(name.clone());
    if !untrack(|| is_new(state, &name)) {
        return;
    }
    let detail = Json::Object(vec![
        ("name".to_owned(), Json::text(&name)),
        ("secret".to_owned(), Json::Bool(false)),
        ("value".to_owned(), Json::text("")),
    ]);
    if state.fire("hae-variable", &detail, Cancelable::Yes) {
        state.add_variable(Variable {
            name,
            ..Variable::default()
        });
    }
}
