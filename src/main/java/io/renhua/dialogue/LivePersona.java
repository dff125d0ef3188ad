package io.renhua.dialogue;

import io.renhua.nlu.Classifier;
import io.renhua.nlu.EntityFinder;
import io.renhua.persona.Persona;

/** A persona that has learnt its lines and can be talked with. Immutable; a reload makes a new one. */
public record LivePersona(Persona persona, Classifier classifier, EntityFinder entities) {}
