/** What a record that proves itself is made of: RFC 6962 trees and C2SP signed notes. Needs a JDK and nothing else. */
@NullMarked
package org.concordat.proof;

import org.jspecify.annotations.NullMarked;
