package io.renhua.persona;

import java.util.Map;

/**
 * A table beside the script that answers a form: what a marketer can keep without a programmer.
 *
 * @param by the slot that names the row
 * @param rows the other columns by name, by the key column's value
 */
public record LookUp(String name, String by, Map<String, Map<String, String>> rows) {}
