"""Rules in English for the action that a question asks for, by reason. They read `app.guard.text.normal` text."""
